import type { CivilDate } from '../calendar.ts';
import type { Licence } from './licence.ts';

/** Why nothing can happen to a licence on a day; undefined where something can (docs/rules.md, Days). */
export function whyNotOn(licence: Licence, on: CivilDate, today: CivilDate): string | undefined {
  if (on > today) return `${on} is later than today, ${today}: name today or an earlier day`;
  if (isBeforeLastEvent(licence, on))
    return `${on} is before ${licence.lastEventOn}, the day of the licence's last event: name that day or a later one`;
  return undefined;
}

/** Whether the licence's journal goes on after a day: nothing is added to it on that day any more. */
export function isBeforeLastEvent({ lastEventOn }: Licence, on: CivilDate): boolean {
  return on < lastEventOn;
}
