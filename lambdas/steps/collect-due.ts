import { type CivilDate, daysBetween, dayIn, earlierOf } from '../../domain/calendar.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { DueIndex, type DueLicence } from '../../adapters/dynamodb/licences/due-index.ts';
import { emitBacklog, emitRunMetrics } from '../../adapters/cloudwatch/metrics.ts';
import { parseAt } from '../../adapters/dynamodb/table/parse.ts';
import type { Run } from '../../adapters/dynamodb/runs/run-item.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { type Worklist, WorklistStore } from '../../adapters/s3/worklists.ts';
import { openLicences } from '../../app/commands/open-licences.ts';
import { collectInput } from '../../contracts/payloads.ts';
import { planOf } from '../../plans/plan-of.ts';

const documents = documentClient();
const licences = openLicences(documents, process.env);
const index = new DueIndex(documents, process.env);
const runs = new RunStore(documents, process.env);
const worklists = new WorklistStore(process.env);

interface Collected extends Run {
  readonly isExtra: boolean;
  readonly due: number;
  readonly worklist: Worklist;
  readonly alreadyRun: boolean;
  readonly because: string;
}

/** Opens a run of a plan and lists its licences: those for which anything is due, or those that an operator names. */
export async function handler(input: unknown): Promise<Collected> {
  const { planId, scheduledTime, again, licenceIds, execution } = parseAt('the input', collectInput, input);
  const run = { planId, today: dayIn(planOf(planId).timeZone, scheduledTime), execution };
  return licenceIds === undefined ? collectDue(run, again) : collectNamed(run, licenceIds);
}

async function collectDue(run: Run, again: boolean): Promise<Collected> {
  const { planId, today, execution } = run;
  const worklist = worklists.at(planId, today, execution);
  const collected = { ...run, isExtra: false, worklist };
  if (!(await runs.claim(run, again))) {
    const because = `another execution has the run of ${today}`;
    return { ...collected, due: 0, alreadyRun: true, because };
  }
  const retried = again ? await takeUpFailed(planId, today) : new Set<string>();
  const since = { day: today };
  const dueLicences = earliestInto(since, index.due(planId, today));
  const due = await worklists.write(worklist, withoutRepeats(retried, dueLicences));
  emitBacklog(planId, daysBetween(since.day, today));
  if (due === 0) {
    const counts = { due, done: 0, failed: 0, unknown: 0, held: 0 };
    await runs.finish(collected, counts);
    emitRunMetrics(planId, counts);
  }
  const because = `${due} licences are due on ${today} or were due before`;
  return { ...collected, due, alreadyRun: false, because };
}

/** Leaves the day to its own run. All named are listed, so that the execution says of each why nothing was due. */
async function collectNamed(run: Run, licenceIds: readonly string[]): Promise<Collected> {
  const { planId, today, execution } = run;
  const worklist = worklists.at(planId, today, execution);
  await runs.enterExtra(run);
  for (const licenceId of licenceIds) await licences.unpark(licenceId, today);
  const due = await worklists.write(worklist, licenceIds);
  const because = `an operator has named ${due} licences`;
  return { ...run, isExtra: true, worklist, due, alreadyRun: false, because };
}

/** Puts the licences that failed in this day's runs, and are parked since, back into this one. */
async function takeUpFailed(planId: string, today: CivilDate): Promise<ReadonlySet<string>> {
  const failures = await runs.failuresOn(planId, today);
  const failed = [...new Set(failures.map(({ licenceId }) => licenceId))];
  for (const licenceId of failed) await licences.unpark(licenceId, today);
  return new Set(await index.stillDue(failed, today));
}

/** Hands the ids on, and notes the earliest day since which one of them is due. */
async function* earliestInto(since: { day: CivilDate }, due: AsyncIterable<DueLicence>) {
  for await (const { licenceId, dueOn } of due) {
    since.day = earlierOf(since.day, dueOn);
    yield licenceId;
  }
}

/** The index may not show yet what has just been put back. */
async function* withoutRepeats(retried: ReadonlySet<string>, due: AsyncIterable<string>) {
  yield* retried;
  for await (const licenceId of due) if (!retried.has(licenceId)) yield licenceId;
}
