import type { CivilDate } from '../calendar.ts';
import type { Event } from './events.ts';
import { evolve } from '../evolve.ts';
import type { Licence } from './licence.ts';

type WithoutDay<E> = E extends Event ? Omit<E, 'date' | 'licenceId'> : never;

/** What happens to one licence on one day, event by event; each is decided on the licence that the last one left. */
export interface JournalDraft {
  readonly on: CivilDate;
  readonly licence: Licence;
  readonly events: readonly Event[];
}

export function journalDraft(licence: Licence, on: CivilDate): JournalDraft {
  return { on, licence, events: [] };
}

export function record(draft: JournalDraft, event: WithoutDay<Event>): JournalDraft {
  const recorded = { date: draft.on, licenceId: draft.licence.facts.licenceId, ...event };
  return { on: draft.on, licence: evolve(draft.licence, recorded), events: [...draft.events, recorded] };
}
