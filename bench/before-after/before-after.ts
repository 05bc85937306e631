import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { type Counts, countsSchema, differenceOf, readingSchema } from '../../local/meter/reading.ts';
import { sampleDays, today, writeSample } from '../cost/sample.ts';
import { before, checkOutBefore } from './checkout.ts';

const root = path.resolve(import.meta.dirname, '../..');

const readings = z.object({ imported: readingSchema, ended: readingSchema });
/** The day of each book: the first invoice of each licence alone, and a day with two mails. */
const days = ['firstInvoice', 'invoice'] as const;

interface Measured {
  readonly counts: Counts;
  readonly seconds: number;
}

/**
 * `npm run bench -- before-after [LICENCES]`: plays the same books with the application of the last commit before
 * docs/adr/0017 and with that of today, both on today's embedded cloud, and prints what its meter counts of the runs.
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
      const measured = { [`before (${before})`]: playIn(old, book), now: playIn(root, book) };
      say('');
      say(`${licences.toLocaleString('en')} licences, ${sampleDays[day].name}; for each licence:`);
      say('| | transitions | Lambda calls | write units | read units | seconds in all |');
      say('|---|---|---|---|---|---|');
      for (const [name, { counts, seconds }] of Object.entries(measured))
        say(row(name, { counts, seconds }, licences));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Plays a book's day in a process of the application in `home`, synthesis included in the seconds. */
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
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [path.join(home, 'bin/perennial.ts'), ...options], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, METER_READINGS: file },
  });
  if (status !== 0) throw new Error(`simulate in ${home} ended with status ${String(status)}:\n${stderr}`);
  const seconds = (performance.now() - started) / 1000;
  if (home === root) {
    const counts = countsSchema.parse(JSON.parse(readFileSync(path.join(out, 'out', 'meter.json'), 'utf8')));
    return { counts, seconds };
  }
  const { imported, ended } = readings.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { counts: differenceOf(ended.counts, imported.counts), seconds };
}

function row(name: string, { counts, seconds }: Measured, licences: number): string {
  const { stepFunctions, lambda, dynamodb } = counts;
  const perLicence = [
    stepFunctions.standardTransitions,
    lambda.invocations,
    dynamodb.writeUnits,
    dynamodb.readUnits,
  ].map((count) => (count / licences).toFixed(2));
  return `| ${[name, ...perLicence, seconds.toFixed(0)].join(' | ')} |`;
}
