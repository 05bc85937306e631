import { addDays, civilDate, type CivilDate, daysBetween } from '../../../domain/calendar.ts';
import type { Random } from '../../../local/weather/random.ts';

/** People of some seeds do things on any day, and of others once a week or a month: then many come on one day. */
const daysApart = [1, 7, 7, 30] as const;
const aMonday = civilDate('2020-01-06');

/** The first day from `day` on, on which the people of a seed do things. */
export function busyDay(random: Random, day: CivilDate): CivilDate {
  const apart = random.of('days from one busy day to the next').pick(daysApart);
  const over = daysBetween(aMonday, day) % apart;
  return over === 0 ? day : addDays(day, apart - over);
}
