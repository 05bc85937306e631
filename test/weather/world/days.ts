import { Temporal } from 'temporal-polyfill';

const known = new Map<string, readonly string[]>();
const tricky = new Map<string, ReadonlySet<string>>();

/** The days of a year that a calendar goes wrong on: around 29 February, and where the clocks of a zone change. */
export function trickyDays(zone: string, year: number): ReadonlySet<string> {
  const key = `${zone} ${year}`;
  const before = tricky.get(key);
  if (before !== undefined) return before;
  const days = new Set<string>(clockChanges(zone, year));
  if (Temporal.PlainDate.from({ year, month: 1, day: 1 }).inLeapYear) {
    for (const day of ['02-28', '02-29', '03-01']) days.add(`${year}-${day}`);
  }
  tricky.set(key, days);
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
