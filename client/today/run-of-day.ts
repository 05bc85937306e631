import { RunHistory } from '../../adapters/dynamodb/runs/run-history.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { addDays, type CivilDate } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { lastScheduledDay, runTimeOn } from '../../domain/time/run-time.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import { RunBook } from '../runs/run-book.ts';
import type { RunLine } from '../runs/run-line.ts';

/** The last run of a plan that was to be, and when the next is. */
export interface RunOfDay {
  readonly plan: Plan;
  readonly day: CivilDate;
  /** Unset where the plan has had no run that day or the day before: it may be new. */
  readonly line?: RunLine | undefined;
  /** An instant in UTC. */
  readonly nextAt: string;
}

/**
 * The runs of all plans by one request, and one more for each that has not closed its record. Where a plan has no run of the
 * day, some more to see whether one broke off.
 */
export async function runsOfDay(
  deployment: Deployment,
  plans: readonly Plan[],
  now: string,
): Promise<readonly RunOfDay[]> {
  const runs = new RunHistory(documentClient(), settingsOf(deployment.outputs));
  const book = new RunBook(deployment);
  const days = plans.map((plan) => ({ plan, planId: plan.id, day: lastScheduledDay(plan, now) }));
  const found = await runs.of(days.flatMap((each) => [each, { ...each, day: addDays(each.day, -1) }]));
  const runOf = ({ planId, day }: (typeof days)[number]) =>
    found.find((run) => run.planId === planId && run.today === day);
  const hasRun = new Set(found.map(({ planId }) => planId));
  const unrecorded = days.filter((each) => hasRun.has(each.planId) && runOf(each) === undefined);
  const without = await book.linesOfUnrecorded(unrecorded);
  return Promise.all(
    days.map(async (each) => {
      const { plan, planId, day } = each;
      const run = runOf(each);
      const line = run === undefined ? without.find((one) => one.planId === planId) : await book.lineOf(run);
      return { plan, day, line, nextAt: runTimeOn(plan, addDays(day, 1)) };
    }),
  );
}
