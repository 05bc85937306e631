import { addDays } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan.ts';
import type { PlanLicences } from '../adapters/plan-licences.ts';
import type { RunHistory } from '../adapters/run-history.ts';
import type { RunStore } from '../adapters/runs.ts';
import { comingLapse } from './coming-lapse.ts';
import { Lapses } from './lapses.ts';
import { type RunsOfPlan, runsOfPlan } from './runs-of-plan.ts';
import type { Digest } from './text.ts';

/** Where it is looked up. */
export interface Sources {
  readonly history: RunHistory;
  readonly runs: RunStore;
  readonly licences: PlanLicences;
}

const daysAhead = 30;

/**
 * What operators are to know of the plans at a UTC instant. Of the days ahead only those licences are read that the
 * index has something due for until then: nothing happens to the others (domain/agenda.ts), nor to parked ones.
 */
export async function gather(sources: Sources, plans: readonly Plan[], time: string): Promise<Digest> {
  const runs: RunsOfPlan[] = [];
  const lapses = new Lapses();
  for (const plan of plans) {
    const ofPlan = await runsOfPlan(sources.history, sources.runs, plan, time);
    runs.push(ofPlan);
    lapses.open(plan.id, plan.currency);
    const from = addDays(ofPlan.day, 1);
    const to = addDays(ofPlan.day, daysAhead);
    for await (const licences of sources.licences.pagesDueBy(plan.id, to)) {
      for (const licence of licences) {
        const lapse = comingLapse(plan, licence, from, to);
        if (lapse !== undefined) lapses.add(lapse);
      }
    }
  }
  return { time, runs, lapses, daysAhead };
}
