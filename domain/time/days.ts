import { addDays, type CivilDate } from '../calendar.ts';

/** A stretch of days, both ends included. */
export interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Each day of a stretch, in order; none where it ends before it begins. */
export function eachDay({ from, to }: Days): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
