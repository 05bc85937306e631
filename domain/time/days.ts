import { addDays, type CivilDate } from '../calendar.ts';

/** A period of days, both ends included. */
export interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Each day of a period, in order; none where it ends before it begins. */
export function eachDay({ from, to }: Days): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
