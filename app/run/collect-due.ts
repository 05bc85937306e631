import { type CivilDate, daysBetween, dayIn, earlierOf } from '../../domain/calendar.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { DueIndex, type DueLicence } from '../../adapters/dynamodb/licences/due-index.ts';
import { PlanIndex } from '../../adapters/dynamodb/licences/plan-index.ts';
import { emitBacklog, emitRunMetrics } from '../../adapters/cloudwatch/metrics.ts';
import type { Counts, Run } from '../../adapters/dynamodb/runs/run-item.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { type Worklist, WorklistStore } from '../../adapters/s3/worklists.ts';
import { batchesByCustomer } from './batches-by-customer.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { type Checked, checkDueDays, isDayOfCheck } from './overlooked.ts';
import { longDayInWords } from './long-day.ts';
import { mostNamed, overlookedInWords } from './name-failures.ts';
import { openLicences } from '../commands/open-licences.ts';
import type { BatchLicence } from '../../contracts/workflow/batch.ts';
import type { CollectInput } from '../../contracts/workflow/collect.ts';
import { accountSendRateIn, batchSizeIn, type Settings } from '../../contracts/deployment/settings.ts';
import { planOf } from '../../plans/plan-of.ts';

/** What it takes to collect a run's licences. */
export interface CollectingDependencies {
  readonly licences: LicenceStore;
  readonly index: DueIndex;
  readonly plan: PlanIndex;
  readonly runs: RunStore;
  readonly worklists: WorklistStore;
  /** How many licences a batch takes, where one customer has no more. */
  readonly batchSize: number;
  /** Mails a second of the account. */
  readonly sendRate: number;
}

export function openCollecting(settings: Settings): CollectingDependencies {
  const documents = documentClient();
  return {
    licences: openLicences(documents, settings),
    index: new DueIndex(documents, settings),
    plan: new PlanIndex(documents, settings),
    runs: new RunStore(documents, settings),
    worklists: new WorklistStore(settings),
    batchSize: batchSizeIn(settings),
    sendRate: accountSendRateIn(settings),
  };
}

interface Collected extends Run {
  readonly isExtra: boolean;
  readonly due: number;
  /** Licences that are due and that index `due` did not list: at most 20, and how many there are. */
  readonly overlooked: readonly string[];
  readonly overlookedCount: number;
  /** That the mails of the run take more than a day; empty where they do not. */
  readonly longDay: string;
  readonly worklist: Worklist;
  readonly alreadyRun: boolean;
  readonly because: string;
}

const nothing: Counts = { due: 0, done: 0, failed: 0, unknown: 0, held: 0 };

/** Opens a run of a plan and lists its licences: those for which anything is due, or those that an operator names. */
export async function collectDue(
  collecting: CollectingDependencies,
  input: CollectInput,
): Promise<Collected> {
  const { planId, scheduledTime, again, licenceIds, execution } = input;
  const run = { planId, today: dayIn(planOf(planId).timeZone, scheduledTime), execution };
  return licenceIds === undefined
    ? collectDay(collecting, run, again)
    : collectNamed(collecting, run, licenceIds);
}

async function collectDay(collecting: CollectingDependencies, run: Run, again: boolean): Promise<Collected> {
  const { index, runs, worklists, batchSize, sendRate } = collecting;
  const { planId, today, execution } = run;
  const worklist = worklists.at(planId, today, execution);
  const collected = { ...run, isExtra: false, worklist, overlooked: [], overlookedCount: 0, longDay: '' };
  const indexed = await begin(index.due(planId, today));
  // A run of nothing is most runs: its record is written once.
  const idle = indexed.isEmpty && !again && !isDayOfCheck(today) ? nothing : undefined;
  if (!(await runs.claim(run, again, idle))) {
    const because = `another execution has the run of ${today}`;
    return { ...collected, due: 0, alreadyRun: true, because };
  }
  if (idle !== undefined) {
    emitBacklog(planId, 0);
    emitRunMetrics(planId, idle);
    return { ...collected, due: 0, alreadyRun: false, because: becauseOf(0, today, []) };
  }
  const retried = again ? await retryFailed(collecting, run) : [];
  const since = { day: today };
  const checked = await checkDueDays(collecting, planId, today);
  const overlooked = new Set(checked.corrected);
  const listed = earliestInto(since, indexed.all);
  const dueLicences = withOverlooked(listed, checked, overlooked);
  const due = await worklists.write(
    worklist,
    batchesByCustomer(withoutRepeats(retried, dueLicences), batchSize),
  );
  emitBacklog(planId, daysBetween(since.day, today));
  if (due === 0) {
    await runs.finish(collected, nothing);
    emitRunMetrics(planId, nothing);
  }
  const missing = [...overlooked];
  const longDay = longDayInWords(due, sendRate);
  const because = `${becauseOf(due, today, missing)}${longDay}`;
  const named = missing.slice(0, mostNamed);
  return {
    ...collected,
    due,
    overlooked: named,
    overlookedCount: missing.length,
    longDay,
    alreadyRun: false,
    because,
  };
}

function becauseOf(due: number, today: CivilDate, overlooked: readonly string[]): string {
  return `${due} licences are due on ${today} or were due before${overlookedInWords(overlooked)}`;
}

/** Reads as far as the first: whether there is any, and all of them. */
async function begin<Item>(items: AsyncIterable<Item>) {
  const iterator = items[Symbol.asyncIterator]();
  const first = await iterator.next();
  async function* all(): AsyncGenerator<Item, void> {
    for (let next = first; next.done !== true; next = await iterator.next()) yield next.value;
  }
  return { isEmpty: first.done === true, all: all() };
}

/** Leaves the day to its own run. All named are listed, so that the execution says of each why nothing was due. */
async function collectNamed(
  { licences, index, runs, worklists, batchSize }: CollectingDependencies,
  run: Run,
  licenceIds: readonly string[],
): Promise<Collected> {
  const { planId, today, execution } = run;
  const worklist = worklists.at(planId, today, execution);
  await runs.enterExtra(run);
  for (const licenceId of licenceIds) await licences.unpark(licenceId, today);
  const named = await index.ownersOf(licenceIds);
  const due = await worklists.write(worklist, batchesByCustomer(named, batchSize));
  const because = `an operator has named ${due} licences`;
  const none = { overlooked: [], overlookedCount: 0, longDay: '' };
  return { ...run, isExtra: true, worklist, due, ...none, alreadyRun: false, because };
}

/** Puts the licences that failed in this day's runs, and are parked since, back into this one. */
async function retryFailed(
  { licences, index, runs }: CollectingDependencies,
  { planId, today }: Run,
): Promise<readonly BatchLicence[]> {
  const failures = await runs.failuresOn(planId, today);
  const failed = [...new Set(failures.map(({ licenceId }) => licenceId))];
  for (const licenceId of failed) await licences.unpark(licenceId, today);
  return index.ownersOf(await index.stillDue(failed, today));
}

/** Hands the licences on, and notes the earliest day since which one of them is due. */
async function* earliestInto(since: { day: CivilDate }, due: AsyncIterable<DueLicence>) {
  for await (const { licenceId, customerId, dueOn } of due) {
    since.day = earlierOf(since.day, dueOn);
    yield { licenceId, customerId };
  }
}

/** Hands on what the index lists, and then what it should have listed; adds the ids of these to `overlooked`. */
async function* withOverlooked(
  listed: AsyncIterable<BatchLicence>,
  { due }: Checked,
  overlooked: Set<string>,
): AsyncGenerator<BatchLicence, void> {
  const unlisted = new Map(due.map((licence) => [licence.licenceId, licence]));
  for await (const licence of listed) {
    unlisted.delete(licence.licenceId);
    yield licence;
  }
  for (const licence of unlisted.values()) {
    overlooked.add(licence.licenceId);
    yield licence;
  }
}

/** The index may not show yet what has just been put back. */
async function* withoutRepeats(retried: readonly BatchLicence[], due: AsyncIterable<BatchLicence>) {
  yield* retried;
  const known = new Set(retried.map(({ licenceId }) => licenceId));
  for await (const licence of due) if (!known.has(licence.licenceId)) yield licence;
}
