import { addDays, type CivilDate } from '../../domain/calendar.ts';
import { eachDay } from '../../domain/time/days.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { RecordedRun, RunHistory } from '../../adapters/dynamodb/runs/run-history.ts';
import type { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { lastScheduledDay } from '../../domain/time/run-time.ts';

/** The run of a plan's last day, and the runs of the week that ends with it. */
export interface RunsOfPlan {
  readonly planId: string;
  /** The last day whose run was to have begun. */
  readonly day: CivilDate;
  /** Unset where there was none. */
  readonly run?: RecordedRun | undefined;
  /** The ids of the licences that failed in it. */
  readonly failed: readonly string[];
  /** Those days of the week that had no run, since the plan has had its first. */
  readonly missed: readonly CivilDate[];
}

const daysLookedAt = 7;

/** @param at a UTC instant */
export async function runsOfPlan(
  history: RunHistory,
  store: RunStore,
  plan: Plan,
  at: string,
): Promise<RunsOfPlan> {
  const planId = plan.id;
  const day = lastScheduledDay(plan, at);
  const from = addDays(day, 1 - daysLookedAt);
  const days = eachDay({ from, to: day });
  const runs = await history.ofDays(planId, days);
  const run = runs.find(({ today }) => today === day);
  const failures = run === undefined ? [] : await store.failures(run);
  return {
    planId,
    day,
    run,
    failed: failures.map(({ licenceId }) => licenceId),
    missed: await history.missed(planId, days, runs),
  };
}
