import type { CivilDate } from '../../domain/calendar.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { DueIndex } from '../../adapters/dynamodb/licences/due-index.ts';
import { emitRunMetrics } from '../../adapters/cloudwatch/metrics.ts';
import type { Counts, Failure, MailNote } from '../../adapters/dynamodb/runs/run-item.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { WorklistStore } from '../../adapters/s3/worklists.ts';
import type { SummaryInput } from '../../contracts/payloads.ts';
import type { Settings } from '../../contracts/settings.ts';
import { mostNamed, nameFailures } from './name-failures.ts';

/** What it takes to sum up a run. */
export interface SummaryDependencies {
  readonly index: DueIndex;
  readonly runs: RunStore;
  readonly worklists: WorklistStore;
}

export function openSummarising(settings: Settings): SummaryDependencies {
  const documents = documentClient();
  return {
    index: new DueIndex(documents, settings),
    runs: new RunStore(documents, settings),
    worklists: new WorklistStore(settings),
  };
}

const leftBehind = 'still due after the run: its execution ended without a record';

interface Summary {
  readonly planId: string;
  readonly date: CivilDate;
  readonly due: number;
  readonly done: number;
  readonly failedCount: number;
  /** At most 20 of them. */
  readonly failed: readonly Failure[];
  /** At most 20 mails that were not sent for certain; no failure of theirs. */
  readonly mails: readonly MailNote[];
  readonly summary: string;
}

/** Counts what became of a run's licences and closes its record. */
export async function summarise(summarising: SummaryDependencies, input: SummaryInput): Promise<Summary> {
  const { due, ...run } = input;
  const { runs } = summarising;
  const { planId, today } = run;
  const recorded = await runs.failures(run);
  const left = await leftUndone(summarising, input, new Set(recorded.map(({ licenceId }) => licenceId)));
  const failures = [...recorded, ...left.map((licenceId) => ({ licenceId, reason: leftBehind }))];
  const failedCount = failures.length;
  const done = due - failedCount;
  const notes = await runs.mailNotes(run);
  const mails = { unknown: countOf(notes, 'unknown'), held: countOf(notes, 'held') };
  const counts = { due, done, failed: failedCount, ...mails };
  await runs.finish(run, counts);
  if (!run.isExtra) emitRunMetrics(planId, counts);
  const failed = failures.slice(0, mostNamed);
  const summary = `${inWords(due, failedCount, failed)}${mailsInWords(mails)}`;
  return { planId, date: today, due, done, failedCount, failed, mails: notes.slice(0, mostNamed), summary };
}

/** The licences of the worklist that are due even now without having failed. */
async function leftUndone(
  { index, worklists }: SummaryDependencies,
  { planId, today, worklist }: SummaryInput,
  failed: ReadonlySet<string>,
): Promise<readonly string[]> {
  const suspects = new Set<string>();
  for await (const licenceId of index.dueLicences(planId, today)) {
    if (!failed.has(licenceId)) suspects.add(licenceId);
  }
  if (suspects.size === 0) return [];
  const listed: string[] = [];
  for await (const licenceId of worklists.read(worklist)) if (suspects.has(licenceId)) listed.push(licenceId);
  return index.stillDue(listed, today);
}

function inWords(due: number, failedCount: number, failed: readonly Failure[]): string {
  if (failedCount === 0) return `all ${due} licences that were due are up to date`;
  return `${failedCount} of ${due} licences failed: ${nameFailures(failed, failedCount)}`;
}

function countOf(notes: readonly MailNote[], status: MailNote['status']): number {
  return notes.filter((note) => note.status === status).length;
}

function mailsInWords({ unknown, held }: Pick<Counts, 'unknown' | 'held'>): string {
  const counts = [
    [unknown, 'unknown: SES is to tell whether they went out'],
    [held, 'held: an operator has to look at them'],
  ] as const;
  return counts.flatMap(([mails, what]) => (mails === 0 ? [] : [`; mails ${what} (${mails})`])).join('');
}
