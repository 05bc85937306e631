import * as Instant from 'temporal-polyfill/fns/Instant';
import { addDays, type CivilDate, dayIn } from '../calendar.ts';
import type { Plan } from '../plan/plan.ts';
import { momentAt } from './wall-clock.ts';

/** The hour at which each plan's day is run, on the clock of its time zone. */
export const runHour = 6;
const firesAt = `${String(runHour).padStart(2, '0')}:00`;

/** When a plan's schedule fires on a day, 06:00 in the plan's time zone, as an instant in UTC. */
export function runTimeOn({ timeZone }: Plan, day: CivilDate): string {
  return momentAt(timeZone, day, firesAt);
}

/** The last day on which a plan's schedule has fired by the instant `now`, or was to. */
export function lastScheduledDay(plan: Plan, now: string): CivilDate {
  const today = dayIn(plan.timeZone, now);
  const firing = Instant.fromString(runTimeOn(plan, today));
  return Instant.compare(Instant.fromString(now), firing) < 0 ? addDays(today, -1) : today;
}
