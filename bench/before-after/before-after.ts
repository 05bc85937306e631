import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { type Counts, countsSchema, differenceOf, readingSchema } from '../../local/meter/reading.ts';
import { median } from '../books/domain.ts';
import { sampleDays, today, writeSample } from '../cost/sample.ts';
import { before, checkOutBefore } from './checkout.ts';

const root = path.resolve(import.meta.dirname, '../..');
const rounds = 3;

/** In front of both programs. */
const reportCpu = new URL('./report-cpu.ts', import.meta.url).href;

const readings = z.object({ imported: readingSchema, ended: readingSchema });
/** The day of each book: the first invoice of each licence alone, and a day with two mails. */
const days = ['firstInvoice', 'invoice'] as const;

interface Measured {
  readonly counts: Counts;
  /** Seconds of CPU of the process, all threads; synthesis is a process of its own. */
  readonly cpu: number;
}

/**
 * `npm run bench -- before-after [LICENCES]`: plays the same books with the application of the last commit before
 * docs/adr/0017 and with that of today, in turn, both on today's embedded cloud, and prints medians: what its meter counts
 * of the runs, and the CPU.
 */
export function printBeforeAfter(say: (line: string) => void, text: string): void {
  const licences = Number(text);
  if (!Number.isInteger(licences) || licences < 1)
    throw new Error(`${text} is no number of licences: give one such as 200`);
  const folder = mkdtempSync(path.join(tmpdir(), 'perennial-before-after-'));
  try {
    const old = path.join(folder, 'old');
    checkOutBefore(old);
    for (const day of days) {
      const book = path.join(folder, day);
      writeSample(book, sampleDays[day], licences);
      const homes = { [`before (${before})`]: old, now: root };
      const measured = new Map<string, Measured[]>();
      for (let round = 0; round < rounds; round += 1)
        for (const [name, home] of Object.entries(homes))
          measured.set(name, [...(measured.get(name) ?? []), playIn(home, book)]);
      say('');
      const what = `${licences.toLocaleString('en')} licences, ${sampleDays[day].name}`;
      say(`${what}; medians of ${rounds} runs; for each licence:`);
      say('| | transitions | Lambda calls | write units | read units | milliseconds of CPU |');
      say('|---|---|---|---|---|---|');
      for (const [name, runs] of measured) say(row(name, runs, licences));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Plays a book's day in a process of the application in `home`. */
function playIn(home: string, book: string): Measured {
  const out = mkdtempSync(path.join(book, 'out-'));
  const file = path.join(out, 'readings.json');
  const options = [
    'simulate',
    '--book',
    book,
    '--from',
    today,
    '--to',
    today,
    '--out',
    path.join(out, 'out'),
  ];
  const report = path.join(out, 'cpu.txt');
  const command = ['--import', reportCpu, path.join(home, 'bin/perennial.ts'), ...options];
  const { status, stderr } = spawnSync(process.execPath, command, {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, METER_READINGS: file, CPU_REPORT: report },
  });
  if (status !== 0) throw new Error(`simulate in ${home} ended with status ${String(status)}:\n${stderr}`);
  const cpu = Number(readFileSync(report, 'utf8'));
  if (home === root) {
    const counts = countsSchema.parse(JSON.parse(readFileSync(path.join(out, 'out', 'meter.json'), 'utf8')));
    return { counts, cpu };
  }
  const { imported, ended } = readings.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { counts: differenceOf(ended.counts, imported.counts), cpu };
}

function row(name: string, runs: readonly Measured[], licences: number): string {
  const middle = (of: (run: Measured) => number) => median(runs.map(of)) / licences;
  const counts = [
    middle((run) => run.counts.stepFunctions.standardTransitions),
    middle((run) => run.counts.lambda.invocations),
    middle((run) => run.counts.dynamodb.writeUnits),
    middle((run) => run.counts.dynamodb.readUnits),
  ].map((count) => count.toFixed(2));
  return `| ${[name, ...counts, (middle(({ cpu }) => cpu) * 1000).toFixed(0)].join(' | ')} |`;
}
