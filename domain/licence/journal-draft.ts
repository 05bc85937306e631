import type { CivilDate } from '../calendar.ts';
import type { Event } from './events.ts';
import { evolve } from '../evolve.ts';
import type { Licence } from './licence.ts';

type WithoutDay<E> = E extends Event ? Omit<E, 'date' | 'licenceId'> : never;

/** What happens to one licence on one day, event by event; each is decided on the licence that the last one left. */
export interface Chronicle {
  readonly on: CivilDate;
  readonly licence: Licence;
  readonly events: readonly Event[];
}

export function chronicle(licence: Licence, on: CivilDate): Chronicle {
  return { on, licence, events: [] };
}

export function tell(so: Chronicle, happening: WithoutDay<Event>): Chronicle {
  const event = { date: so.on, licenceId: so.licence.facts.licenceId, ...happening };
  return { on: so.on, licence: evolve(so.licence, event), events: [...so.events, event] };
}
