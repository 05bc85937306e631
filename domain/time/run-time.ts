import { Temporal } from 'temporal-polyfill';
import { addDays, type CivilDate, dayIn } from '../calendar.ts';
import type { Plan } from '../plan/plan.ts';

/** The hour at which each plan's day is run, on the clock of its time zone. */
export const runHour = 6;

/** When a plan's schedule fires on a day, 06:00 in the plan's time zone, as an instant in UTC. */
export function runTimeOn({ timeZone }: Plan, day: CivilDate): string {
  return firing(timeZone, day).toString();
}

/** The last day on which a plan's schedule has fired by the instant `now`, or was to. */
export function lastScheduledDay({ timeZone }: Plan, now: string): CivilDate {
  const today = dayIn(timeZone, now);
  const isBefore = Temporal.Instant.compare(Temporal.Instant.from(now), firing(timeZone, today)) < 0;
  return isBefore ? addDays(today, -1) : today;
}

function firing(timeZone: string, day: CivilDate): Temporal.Instant {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone, plainTime: { hour: runHour } })
    .toInstant();
}
