import { Temporal } from 'temporal-polyfill';
import { plans } from '../../../plans/index.ts';

const zones = [...new Set(plans.map(({ timeZone }) => timeZone))];
const known = new Map<string, readonly string[]>();

/** The days of a year that a calendar goes wrong on: around 29 February, and where clocks change in a plan's zone. */
export function trickyDays(year: number): ReadonlySet<string> {
  const days = new Set<string>(zones.flatMap((zone) => clockChanges(zone, year)));
  if (Temporal.PlainDate.from({ year, month: 1, day: 1 }).inLeapYear) {
    for (const day of ['02-28', '02-29', '03-01']) days.add(`${year}-${day}`);
  }
  return days;
}

/** The days of a year on which the clocks of a time zone change. */
export function clockChanges(zone: string, year: number): readonly string[] {
  const key = `${zone} ${year}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const days: string[] = [];
  for (let month = 1; month <= 12; month += 1) {
    const first = Temporal.PlainDate.from({ year, month, day: 1 });
    if (offsetOn(first, zone) === offsetOn(first.add({ months: 1 }), zone)) continue;
    for (let day = first; day.month === month; day = day.add({ days: 1 })) {
      if (offsetOn(day, zone) !== offsetOn(day.add({ days: 1 }), zone)) days.push(day.toString());
    }
  }
  known.set(key, days);
  return days;
}

/** At the start of a day. */
function offsetOn(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime(zone).offsetNanoseconds;
}
