import * as Calendar from 'temporal-polyfill/fns/Calendar';
import * as Instant from 'temporal-polyfill/fns/Instant';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import type { CivilDate } from '../calendar.ts';

/**
 * The instant in UTC (ISO) at which clocks in `timeZone` show a time such as `06:00` on a day. A time that is skipped is as long
 * after the jump; of one that occurs twice it is the first.
 */
export function momentAt(timeZone: string, day: CivilDate, time: string): string {
  const there = PlainDateTime.toZonedDateTime(wallTime(day, time), timeZone);
  return Instant.toString(ZonedDateTime.toInstant(there));
}

/**
 * The first moment of a day, in milliseconds of the epoch, at which its clock shows a time or a later one: one that is
 * skipped is reached with the jump, one that occurs twice when it first does.
 */
export function reaches(timeZone: string, day: CivilDate, time: string): number {
  const wanted = wallTime(day, time);
  const earliest = PlainDateTime.toZonedDateTime(wanted, timeZone, { disambiguation: 'earlier' });
  const isSkipped = !PlainDateTime.equals(ZonedDateTime.toPlainDateTime(earliest), wanted);
  const jump = isSkipped ? ZonedDateTime.getTimeZoneTransition(earliest, 'next') : null;
  return (jump ?? earliest).epochMilliseconds;
}

function wallTime(day: CivilDate, time: string): PlainDateTime.Record {
  return PlainDateTime.fromString(`${day}T${time}`, Calendar.getISO);
}
