import { resolve } from 'node:path';
import { plans } from '../../plans/index.ts';
import { printMistakes } from '../book/values/mistakes.ts';
import type { BookFormat } from '../book/format/format.ts';
import { readBook } from '../book/read-book.ts';
import { countOf } from '../../client/words/count-of.ts';
import { exitStatus, type ExitStatus } from '../shell/exit-status.ts';
import type { Invocation } from '../shell/invocation.ts';
import type { Days } from '../../domain/time/days.ts';
import { clear, refusalOf } from './out-folder.ts';
import { report } from './report.ts';
import { summarise } from './summary.ts';
import { writeResults } from './write-results.ts';

export interface Simulation {
  /** Folder of the book. */
  readonly book: string;
  readonly format: BookFormat;
  readonly days: Days;
  readonly missed?: Days | undefined;
  /** Seed of what goes wrong; undefined for nothing. */
  readonly weather?: number | undefined;
  /** Folder of the results. */
  readonly out: string;
  /** Whether the console is served in the end, on what was played; only from a terminal. */
  readonly endsWithConsole?: boolean | undefined;
}

/** Plays a book on the embedded cloud and writes the results. Throws the signal's reason when aborted. */
export async function simulate(
  simulation: Simulation,
  { output, signal, ask }: Pick<Invocation, 'output' | 'signal' | 'ask'>,
): Promise<ExitStatus> {
  const { days, missed, weather } = simulation;
  const out = resolve(simulation.out);
  const refusal = refusalOf(out);
  if (refusal !== undefined) {
    output.note(`--out: ${refusal}. Name a folder that is new, empty, or has the results of a simulation.`);
    return exitStatus.refused;
  }
  const read = await readBook(simulation.book, plans, days.from, simulation.format);
  if (!read.ok) {
    const count = countOf(read.mistakes.length, 'mistake');
    output.note(`The book in ${simulation.book} has ${count}. Nothing was run.`);
    for (const line of printMistakes(read.mistakes)) output.note(line);
    return exitStatus.refused;
  }
  try {
    clear(out);
  } catch (error) {
    output.note(
      `--out: ${out} cannot be written (${error instanceof Error ? error.message : String(error)}). Name another folder.`,
    );
    return exitStatus.refused;
  }
  // The cloud and the SDK take a second to load, which an answer about the input need not wait for.
  const { playBook } = await import('./play-book.ts');
  let status: ExitStatus = exitStatus.ok;
  await playBook(read.book, { runs: days, missed, weather }, out, output, signal, async (results, cloud) => {
    const summary = summarise(
      results,
      plans.map(({ id }) => id),
    );
    writeResults(out, results, summary);
    report(output, summary, results, out);
    const { failedExecutions, failedLicences } = summary.counts;
    // In bad weather runs may fail, as long as those that come later catch up.
    const failed = failedLicences + (weather === undefined ? failedExecutions : 0);
    if (failed > 0) status = exitStatus.failed;
    if (simulation.endsWithConsole !== true || ask === undefined) return;
    const { consoleOfBook } = await import('./console-of-book.ts');
    output.print();
    await consoleOfBook({ output, signal, ask }, cloud, days.to);
  });
  return status;
}
