import { type CivilDate, daysBetween, dayIn, earlierOf } from '../../domain/calendar.ts';
import { documentClient } from '../adapters/clients.ts';
import { DueIndex, type DueLicence } from '../adapters/due-index.ts';
import { tellOfBacklog, tellOfRun } from '../adapters/metrics.ts';
import { parseAt } from '../adapters/parse.ts';
import { RunStore } from '../adapters/runs.ts';
import { type Worklist, WorklistStore } from '../adapters/worklists.ts';
import { openLicences } from '../licences.ts';
import { collectInput } from '../payloads.ts';
import { planOf } from '../plan-of.ts';

const documents = documentClient();
const licences = openLicences(documents, process.env);
const index = new DueIndex(documents, process.env);
const runs = new RunStore(documents, process.env);
const worklists = new WorklistStore(process.env);

interface Collected {
  readonly planId: string;
  readonly today: CivilDate;
  readonly due: number;
  readonly worklist: Worklist;
  readonly alreadyRun: boolean;
  readonly because: string;
}

/** Opens the day's run of a plan and lists the licences for which anything is due. */
export async function handler(input: unknown): Promise<Collected> {
  const { planId, scheduledTime, again, execution } = parseAt('the input', collectInput, input);
  const today = dayIn(planOf(planId).timeZone, scheduledTime);
  const worklist = worklists.at(planId, today, execution);
  const collected = { planId, today, worklist };
  if (!(await runs.claim(planId, today, execution, again))) {
    const because = `another execution has the run of ${today}`;
    return { ...collected, due: 0, alreadyRun: true, because };
  }
  const retried = again ? await takeUpFailed(planId, today) : new Set<string>();
  const since = { day: today };
  const dueLicences = earliestInto(since, index.due(planId, today));
  const due = await worklists.write(worklist, withoutRepeats(retried, dueLicences));
  tellOfBacklog(planId, daysBetween(since.day, today));
  if (due === 0) {
    const counts = { due, done: 0, failed: 0 };
    await runs.finish(planId, today, counts);
    tellOfRun(planId, counts);
  }
  const because = `${due} licences are due on ${today} or were due before`;
  return { ...collected, due, alreadyRun: false, because };
}

/** Puts the licences that failed in this day's run back into it. */
async function takeUpFailed(planId: string, today: CivilDate): Promise<ReadonlySet<string>> {
  const failures = await runs.failures(planId, today);
  for (const { licenceId } of failures) {
    await licences.unpark(licenceId, today);
    await runs.forgetFailure(planId, today, licenceId);
  }
  return new Set(failures.map((failure) => failure.licenceId));
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
