import { addDays, type CivilDate, daysBetween } from '../calendar.ts';
import type { Part } from '../billing/part.ts';
import { firstSuchDay, suchDayAfterYears } from '../time/month-day.ts';

/** Days from the first day of an aligned term to the earliest that it may end on. */
const shortestDays = 28;

/** Where a term ends that is aligned to a day of the year, and how much of a whole term it is (docs/rules.md §3.9). */
export interface Aligned {
  readonly ends: CivilDate;
  /** Unset where it is a whole term. */
  readonly part?: Part | undefined;
}

/**
 * The end of a term on the first day `alignTo` from four weeks on, or `furtherYears` after it.
 * @param wholeEnds where the term would end otherwise
 */
export function alignedEnd(
  alignTo: string,
  starts: CivilDate,
  wholeEnds: CivilDate,
  furtherYears: number,
): Aligned {
  const ends = suchDayAfterYears(alignTo, firstSuchDay(alignTo, starts, shortestDays), furtherYears);
  const days = daysBetween(starts, addDays(ends, 1));
  const ofDays = daysBetween(starts, addDays(wholeEnds, 1));
  return { ends, part: days === ofDays ? undefined : { days, ofDays } };
}
