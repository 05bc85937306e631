import * as z from 'zod/mini';
import { addDays, type CivilDate, dayOfYear, yearOf } from '../calendar.ts';

/** A day of the year without its year, MM-DD; 02-29 is 28 February in years that have no 29 February. */
export const monthDaySchema = z
  .string()
  .check(z.refine(isMonthDay, { error: 'expected a day of the year such as 06-30' }));

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isMonthDay(text: string): boolean {
  if (!/^\d{2}-\d{2}$/.test(text)) return false;
  const [month, day] = partsOf(text);
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

/** The first day of the year `monthDay` that is `least` days after `from`, or later. */
export function firstSuchDay(monthDay: string, from: CivilDate, least: number): CivilDate {
  const earliest = addDays(from, least);
  const [month, day] = partsOf(monthDay);
  const inSameYear = dayOfYear(yearOf(earliest), month, day);
  return inSameYear >= earliest ? inSameYear : dayOfYear(yearOf(earliest) + 1, month, day);
}

function partsOf(monthDay: string): readonly [month: number, day: number] {
  const [month = 0, day = 0] = monthDay.split('-').map(Number);
  return [month, day];
}

/** The day of the year `monthDay` in the year of `date`, or so many years later. */
export function suchDayAfterYears(monthDay: string, date: CivilDate, years: number): CivilDate {
  return dayOfYear(yearOf(date) + years, ...partsOf(monthDay));
}
