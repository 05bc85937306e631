import { plans } from '../../plans/index.ts';
import { tellMistakes } from '../book/mistakes.ts';
import { type Book, readBook } from '../book/read-book.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import type { Output } from '../output.ts';
import { progressOn } from '../progress.ts';
import { CloudStage } from './cloud-stage.ts';
import { onEmbeddedCloud } from './embedded-cloud.ts';
import { collectMails } from './mails.ts';
import type { Days } from './options.ts';
import { clear, refusalOf } from './out-folder.ts';
import { play, type Schedule } from './play.ts';
import { report } from './report.ts';
import { type Results, summarise } from './summary.ts';
import { writeResults } from './write-results.ts';

export interface Simulation {
  /** Folder of the book. */
  readonly book: string;
  readonly days: Days;
  readonly missed?: Days | undefined;
  /** Folder of the results. */
  readonly out: string;
}

/** Plays a book on the embedded cloud and writes what came of it. Throws the signal's reason when aborted. */
export async function simulate(
  simulation: Simulation,
  output: Output,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { days, missed, out } = simulation;
  const refusal = refusalOf(out);
  if (refusal !== undefined) {
    output.tell(`--out: ${refusal}; name a folder that is new, empty, or holds an earlier simulation`);
    return exitStatus.refused;
  }
  const read = readBook(simulation.book, plans, days.from);
  if (!read.ok) {
    output.tell(
      `the book in ${simulation.book} is refused (${read.mistakes.length} mistakes); nothing was run`,
    );
    for (const line of tellMistakes(read.mistakes)) output.tell(line);
    return exitStatus.refused;
  }
  try {
    clear(out);
  } catch (error) {
    output.tell(
      `--out: ${out} cannot be written (${error instanceof Error ? error.message : String(error)})`,
    );
    return exitStatus.refused;
  }
  const results = await playBook(read.book, { runs: days, missed }, out, output, signal);
  const summary = summarise(
    results,
    plans.map(({ id }) => id),
  );
  writeResults(out, results, summary);
  report(output, summary, results, out);
  const { failedExecutions, failedLicences } = summary.counts;
  return failedExecutions + failedLicences === 0 ? exitStatus.ok : exitStatus.failed;
}

function playBook(
  book: Book,
  schedule: Schedule,
  out: string,
  output: Output,
  signal: AbortSignal,
): Promise<Results> {
  const started = performance.now();
  output.tell('synthesising the application');
  return onEmbeddedCloud(signal, async (cloud) => {
    output.tell(`playing ${book.licences.length} licences from ${schedule.runs.from} to ${schedule.runs.to}`);
    const stage = new CloudStage(cloud);
    await stage.admit(book.customers);
    const progress = progressOn(output, (day) => day.slice(0, 'yyyy-mm'.length));
    const failed = await play(book, schedule, stage, progress, signal);
    const licences = book.licences.filter(({ registeredOn }) => registeredOn <= schedule.runs.to);
    return {
      days: schedule.runs,
      missed: schedule.missed,
      licences,
      events: await stage.journal(licences),
      mails: await collectMails(cloud.mails(), await stage.outgoing(licences), out),
      executions: stage.executions,
      failed: [...failed, ...stage.failed].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))),
      seconds: Math.round((performance.now() - started) / 100) / 10,
    };
  });
}
