import { due } from '../agenda.ts';
import type { CivilDate } from '../calendar.ts';
import type { Event } from './events.ts';
import { evolve } from '../evolve.ts';
import type { Licence } from './licence.ts';
import { perform } from './perform.ts';
import type { Plan } from '../plan/plan.ts';

/** All that a run of `today` does to a licence, as the workflow does it: the first thing due, again, until nothing is. */
export function runDay(plan: Plan, licence: Licence, today: CivilDate): readonly Event[] {
  const [first] = due(plan, licence, today);
  if (first === undefined) return [];
  const events = perform(plan, licence, first, today);
  return [...events, ...runDay(plan, events.reduce(evolve, licence), today)];
}
