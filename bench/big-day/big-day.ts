import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { paceOf } from '../../lib/workflows/concurrency.ts';
import { configuration } from '../../perennial.config.ts';
import { planById } from '../../plans/index.ts';
import { playDay, sampleDays } from '../cost/sample.ts';
import { weighted } from '../cost/work.ts';
import { collect } from './collect.ts';
import { loadsOf } from './limits.ts';

const licences = 1_000_000;
const sample = 200;

/**
 * A morning on which 1,000,000 licences of one plan are to be renewed and invoiced. Collecting them is done; what their
 * batches do is scaled from 200 licences, which are played on the embedded cloud.
 */
export async function printBigDay(say: (line: string) => void): Promise<void> {
  const collected = await collect(licences);
  say(
    `collecting ${count(licences)} due licences: ${collected.seconds.toFixed(1)} s, ${count(collected.queries)} queries, ${collected.memory.toFixed(0)} MiB (the function has 1,024, and 900 s)`,
  );
  say(
    `  ${count(collected.batches)} batches of at most ${collected.largestBatch} licences; the worklist has ${(collected.worklistBytes / 1e6).toFixed(0)} MB, its longest line ${count(collected.longestLine)} bytes (262,144 at most)`,
  );
  const perLicence = invoiceOfOne();
  const transitions = perLicence.stepFunctions.standardTransitions * licences;
  const mails = perLicence.mails * licences;
  say(
    `transitions: ${count(transitions)}, ${(transitions / collected.batches).toFixed(1)} for each batch; mails: ${count(mails)}`,
  );
  for (const sendRate of [14, 100, 500]) {
    const { batches } = paceOf({ ...configuration, sendRate }, [planById('video-sma') ?? raise()]);
    const hours = mails / sendRate / 3600;
    say(
      `at ${sendRate} mails a second: ${hours.toFixed(1)} hours until the last mail, ${batches} batches side by side`,
    );
    for (const { what, perSecond, limit } of loadsOf(perLicence, sendRate / perLicence.mails, batches))
      say(`  ${what.padEnd(44)} ${perSecond.toFixed(1).padStart(9)} of ${count(limit)}`);
  }
}

/** What a renewal with its invoice does, of each licence, on a day on which it is due for all. */
function invoiceOfOne() {
  const folder = mkdtempSync(path.join(tmpdir(), 'perennial-big-day-'));
  try {
    const idle = playDay(folder, sampleDays.idle, 1).work;
    const { work } = playDay(folder, sampleDays.invoice, sample);
    return weighted([
      [work, 1 / sample],
      [idle, -1 / sample],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}

function raise(): never {
  throw new Error('plans/index.ts has no plan video-sma, which the sample is of');
}
