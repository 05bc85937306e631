import type { CivilDate } from '../../domain/calendar.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { DueIndex } from '../../adapters/dynamodb/licences/due-index.ts';
import { emitRunMetrics } from '../../adapters/cloudwatch/metrics.ts';
import type { Counts, Failure, MailNote } from '../../adapters/dynamodb/runs/run-item.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { WorklistStore } from '../../adapters/s3/worklists.ts';
import { parseAt } from '../../adapters/dynamodb/table/parse.ts';
import { MapResults } from '../../adapters/s3/map-results.ts';
import { mostNamedInInput } from '../../contracts/workflow/collect.ts';
import { renewedBatch, type SummaryInput } from '../../contracts/workflow/summary.ts';
import { whyMailsWait } from '../../contracts/workflow/trouble.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import { stillDue } from '../../adapters/dynamodb/runs/still-due.ts';
import type { Place } from '../../adapters/s3/json-lines.ts';
import { licencesOfFailedBatches } from './failed-batches.ts';
import { mostNamed, nameFailures, overlookedInWords, unlistedInWords } from './name-failures.ts';

/** What it takes to sum up a run. */
export interface SummaryDependencies {
  readonly index: DueIndex;
  readonly runs: RunStore;
  readonly worklists: WorklistStore;
  readonly results: MapResults;
}

export function openSummarising(settings: Settings): SummaryDependencies {
  const documents = documentClient();
  return {
    index: new DueIndex(documents, settings),
    runs: new RunStore(documents, settings),
    worklists: new WorklistStore(settings),
    results: new MapResults(),
  };
}

/** The most licences that are recorded as still due: as many as an operator can name to run again. */
const mostRecorded = mostNamedInInput;

interface Summary {
  readonly planId: string;
  readonly date: CivilDate;
  readonly due: number;
  readonly done: number;
  readonly failedCount: number;
  /** At most 20 of them. */
  readonly failed: readonly Failure[];
  /** Why the account could not send mail; empty where it could. */
  readonly trouble: string;
  /** At most 20 mails that were not sent for certain; no failure of theirs. */
  readonly mails: readonly MailNote[];
  readonly summary: string;
}

/** Counts the outcomes of a run's licences and closes its record. */
export async function summarise(summarising: SummaryDependencies, input: SummaryInput): Promise<Summary> {
  const { due, overlooked, overlookedCount, longDay, ...run } = input;
  const { runs } = summarising;
  const { planId, today } = run;
  const recorded = await runs.failures(run);
  const { left, changed, unlisted } = await dueAgain(summarising, input, recorded);
  for (const failure of left.slice(0, mostRecorded)) await runs.recordFailure(run, failure);
  const failures = [...recorded, ...left];
  const failedCount = failures.length;
  const done = due - failedCount;
  const notes = await runs.mailNotes(run);
  const trouble = await runs.trouble(run);
  const mails = { unknown: countOf(notes, 'unknown'), held: countOf(notes, 'held') };
  const counts = { due, done, failed: failedCount, ...mails };
  await runs.finish(run, counts, trouble);
  if (!run.isExtra) emitRunMetrics(planId, counts);
  const failed = failures.slice(0, mostNamed);
  const summary = `${inWords(due, failedCount, failed)}${overlookedInWords(overlooked, overlookedCount)}${longDay}${troubleInWords(trouble)}${changedInWords(changed)}${unlistedInWords(unlisted)}${mailsInWords(mails)}`;
  return {
    planId,
    date: today,
    due,
    done,
    failedCount,
    failed,
    trouble: trouble ?? '',
    mails: notes.slice(0, mostNamed),
    summary,
  };
}

/**
 * The licences of the worklist that are due even now and have no failure on record: `left` are those whose execution did
 * not end well; `changed` counts those that were brought up to date and then changed, by a payment perhaps. The next run
 * takes these. It takes the `unlisted`, too, which are due and were in no batch: they fell due after the worklist was
 * written, or the index showed them late.
 */
async function dueAgain(
  { index, worklists, results }: SummaryDependencies,
  { planId, today, isExtra, worklist, results: { ResultWriterDetails } }: SummaryInput,
  recorded: readonly Failure[],
): Promise<{
  readonly left: readonly Failure[];
  readonly changed: number;
  readonly unlisted: readonly string[];
}> {
  const suspects = new Set(await Array.fromAsync(index.dueLicences(planId, today)));
  for (const { licenceId } of recorded) suspects.delete(licenceId);
  if (suspects.size === 0) return { left: [], changed: 0, unlisted: [] };
  const listed = new Set<string>();
  for await (const licenceId of worklists.read(worklist))
    if (suspects.delete(licenceId)) listed.add(licenceId);
  let changed = 0;
  const place = { bucket: ResultWriterDetails.Bucket, key: ResultWriterDetails.Key };
  for await (const output of results.outputs(place)) {
    for (const { licenceId } of parseAt('a result of the map', renewedBatch, output).outcomes) {
      if (listed.delete(licenceId)) changed += 1;
    }
  }
  const unlisted = isExtra ? [] : await index.stillDue([...suspects].slice(0, mostRecorded), today);
  const left = await stillDue(index, today, [...listed], recorded);
  return { left: left.length === 0 ? left : await withReasons(results, place, left), changed, unlisted };
}

/** What is left of batches that did not end well, with the reasons of these. */
async function withReasons(
  results: MapResults,
  place: Place,
  left: readonly Failure[],
): Promise<readonly Failure[]> {
  const reasons = new Map<string, string>();
  for await (const { licenceId, reason } of licencesOfFailedBatches(results, place))
    reasons.set(licenceId, `left for the next run: ${reason}`);
  return left.map(({ licenceId, reason }) => ({ licenceId, reason: reasons.get(licenceId) ?? reason }));
}

function inWords(due: number, failedCount: number, failed: readonly Failure[]): string {
  if (failedCount === 0 && due === 1) return 'the licence that was due is up to date';
  if (failedCount === 0) return `all ${due} due licences are up to date`;
  return `${failedCount} of ${due} licences failed: ${nameFailures(failed, failedCount)}`;
}

function troubleInWords(trouble: string | undefined): string {
  return trouble === undefined ? '' : `; ${whyMailsWait(trouble)}`;
}

function changedInWords(changed: number): string {
  return changed === 0 ? '' : `; ${changed} changed during the run and wait for the next run`;
}

function countOf(notes: readonly MailNote[], status: MailNote['status']): number {
  return notes.filter((note) => note.status === status).length;
}

function mailsInWords({ unknown, held }: Pick<Counts, 'unknown' | 'held'>): string {
  const counts = [
    [unknown, 'unknown: SES has not reported yet whether they were sent'],
    [held, 'held: an operator has to check them'],
  ] as const;
  return counts.flatMap(([mails, what]) => (mails === 0 ? [] : [`; mails ${what} (${mails})`])).join('');
}
