import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { licenceDaysPerSecond, median } from './domain.ts';
import { writeBook } from './generated-book.ts';
import { measureLargeBook } from './large-book.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The seconds of a whole `perennial simulate` process, synthesis included. */
function simulated(folder: string, book: string, from: string, to: string): number {
  const started = performance.now();
  const options = ['simulate', '--book', book, '--from', from, '--to', to, '--out', path.join(folder, 'out')];
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'bin/perennial.ts'), ...options], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`simulate of ${book} ended with status ${String(status)}:\n${stderr}`);
  return (performance.now() - started) / 1000;
}

/** Prints how fast the domain is, and how long books take. @param text the number of licences of the large book */
export async function printBooks(say: (line: string) => void, text: string): Promise<void> {
  const licences = Number(text);
  if (!Number.isInteger(licences) || licences < 1)
    throw new Error(
      `${text} is no number of licences: give one such as 5000, or cold-starts, big-day or execution`,
    );
  const folder = mkdtempSync(path.join(tmpdir(), 'perennial-bench-'));
  try {
    say('due + nextDueOn in the pure domain, licence-days a second (median of 5):');
    for (const { planId, perSecond } of licenceDaysPerSecond())
      say(`  ${planId}: ${perSecond.toLocaleString('en')}`);
    const runs = Array.from({ length: 3 }, () =>
      simulated(folder, path.join(root, 'samples/five-plans'), '2025-12-01', '2027-04-30'),
    );
    say(`the sample book over 516 days: ${median(runs).toFixed(1)} s (median of 3)`);
    const book = path.join(folder, 'book');
    await writeBook(book, 200);
    say(
      `200 licences over two years: ${simulated(folder, book, '2026-01-01', '2027-12-31').toFixed(1)} s (one run)`,
    );
    say(
      'These are seconds of whole processes on this machine; they say nothing of the time that AWS would take.',
    );
    const large = await measureLargeBook(folder, licences);
    const { early, most } = large.importMemory;
    const count = licences.toLocaleString('en');
    say(
      `import of ${count} licences, each of a customer of its own: ${large.importSeconds.toFixed(1)} s (one run)`,
    );
    say(`  its memory: ${early.toFixed(0)} MiB in the first tenth, ${most.toFixed(0)} MiB at the most`);
    say(`forecast of them for a year, both ways: ${large.forecastSeconds.toFixed(1)} s (one run)`);
    say(
      'The commands ran in this process, the embedded cloud in another: two cores have both to themselves, if ' +
        'nothing else runs. On AWS the network and the table set the pace instead.',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
