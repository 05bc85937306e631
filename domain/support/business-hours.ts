import * as Calendar from 'temporal-polyfill/fns/Calendar';
import * as Instants from 'temporal-polyfill/fns/Instant';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as z from 'zod/mini';
import { addDays, type CivilDate, dayIn } from '../calendar.ts';
import { type Instant, instant } from '../time/instant.ts';
import { timeZoneSchema } from '../time/time-zone.ts';
import { reaches } from '../time/wall-clock.ts';

/** In the order in which Temporal counts them, from 1. */
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const clockTimeSchema = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'expected a time of the day such as 09:00' }));

/** When a vendor's people are at work. */
export const businessCalendarSchema = z
  .strictObject({
    timeZone: timeZoneSchema,
    days: z.array(z.enum(weekdays)).check(z.minLength(1)),
    from: clockTimeSchema,
    to: clockTimeSchema,
    /** Days on which nobody is at work, `YYYY-MM-DD`. */
    holidays: z.array(z.iso.date()),
  })
  .check(z.refine((calendar) => calendar.from < calendar.to, { error: 'expected `from` to be before `to`' }));
export type BusinessCalendar = z.infer<typeof businessCalendarSchema>;

/** The moment at which so many hours (more than none) have gone by on the clock, by day and by night. */
export function afterHours(hours: number, since: Instant): Instant {
  return written(Instants.fromString(since).epochMilliseconds + hours * hour);
}

/**
 * The moment at which so many business hours (more than none) have gone by. They are hours that really pass: a day on
 * which the clock jumps while people are at work has one more or one less.
 */
export function afterBusinessHours(calendar: BusinessCalendar, hours: number, since: Instant): Instant {
  const start = Instants.fromString(since).epochMilliseconds;
  let day = dayIn(calendar.timeZone, since);
  let left = hours * hour;
  for (;;) {
    if (isWorkday(calendar, day)) {
      const opens = reaches(calendar.timeZone, day, calendar.from);
      const closes = reaches(calendar.timeZone, day, calendar.to);
      const from = Math.max(opens, start);
      const available = Math.max(closes - from, 0);
      if (left <= available) return written(from + left);
      left -= available;
    }
    day = addDays(day, 1);
  }
}

const hour = 3_600_000;

function isWorkday({ days, holidays }: BusinessCalendar, day: CivilDate): boolean {
  const weekday = weekdays[PlainDate.dayOfWeek(PlainDate.fromString(day, Calendar.getISO)) - 1];
  return weekday !== undefined && days.includes(weekday) && !holidays.includes(day);
}

function written(epochMilliseconds: number): Instant {
  return instant(Instants.toString(Instants.fromEpochMilliseconds(epochMilliseconds)));
}
