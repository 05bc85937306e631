import * as Instant from 'temporal-polyfill/fns/Instant';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import * as z from 'zod/mini';

/** A day of the calendar in some plan's time zone, `YYYY-MM-DD`. Compares as text. */
export const civilDateSchema = z
  .string()
  .check(z.refine(isCivilDate, { error: 'expected a date such as 2026-01-31' }))
  .brand<'CivilDate'>();
export type CivilDate = z.infer<typeof civilDateSchema>;

const dateShape = /^[1-9]\d{3}-\d{2}-\d{2}$/;

function isCivilDate(text: string): boolean {
  if (!dateShape.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** A date that a person or a book gives: what follows from it stays within the years that a date can have. */
export const givenDateSchema = civilDateSchema.check(
  z.refine((date) => date >= '1900-01-01' && date <= '2999-12-31', {
    error: 'expected a date between 1900-01-01 and 2999-12-31',
  }),
);

/** Reads a date; throws where the text is not a day of the calendar. */
export function civilDate(text: string): CivilDate {
  return civilDateSchema.parse(text);
}

/** The day of an instant (ISO, UTC) as the clock on the wall in `timeZone` has it. */
export function dayIn(timeZone: string, instant: string): CivilDate {
  const there = Instant.toZonedDateTimeISO(Instant.fromString(instant), timeZone);
  return civilDate(PlainDate.toString(ZonedDateTime.toPlainDate(there)));
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Adds months; a day that the month does not have becomes the month's last (31 January + 1 month = 28 February). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return write(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** Days from `from` to `to`: 0 for the same day, negative where `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

export function daysInYear(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

export function firstOfYear(year: number): CivilDate {
  return write(year, 1, 1);
}

export function lastOfYear(year: number): CivilDate {
  return write(year, 12, 31);
}

/** The day of `year` that falls on `month` (1 to 12) and `day`. */
export function dayOfYear(year: number, month: number, day: number): CivilDate {
  return write(year, month, Math.min(day, daysInMonth(year, month)));
}

/** The first day of the month after the one that `date` is in. */
export function firstOfNextMonth(date: CivilDate): CivilDate {
  return addMonths(write(yearOf(date), monthOf(date), 1), 1);
}

export function earlierOf(a: CivilDate, b: CivilDate): CivilDate {
  return a <= b ? a : b;
}

export function laterOf(a: CivilDate, b: CivilDate): CivilDate {
  return a >= b ? a : b;
}

function monthOf(date: CivilDate): number {
  return Number(date.slice(5, 7));
}

function dayOf(date: CivilDate): number {
  return Number(date.slice(8, 10));
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1 March of year 0. Years begin in March here, so that the leap day is a year's last. */
function dayNumber(date: CivilDate): number {
  const month = monthOf(date);
  const year = month > 2 ? yearOf(date) : yearOf(date) - 1;
  const dayOfMarchYear = daysBeforeMonth((month + 9) % 12) + dayOf(date) - 1;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfMarchYear;
}

function fromDayNumber(days: number): CivilDate {
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfMarchYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfMarchYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return write(year, month, dayOfMarchYear - daysBeforeMonth(marchMonth) + 1);
}

/** Days of a March year before its month `marchMonth` (0 is March, 11 February). */
function daysBeforeMonth(marchMonth: number): number {
  return Math.floor((153 * marchMonth + 2) / 5);
}

function write(year: number, month: number, day: number): CivilDate {
  const text = `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
  if (!isWritten(text)) throw new RangeError(`${text} lies outside the years 1000 to 9999`);
  return text;
}

function isWritten(text: string): text is CivilDate {
  return dateShape.test(text);
}
