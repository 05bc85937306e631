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
  /** All that happened to the licence before; unset where nobody has read it. */
  readonly past: readonly Event[] | undefined;
}

export function journalDraft(licence: Licence, on: CivilDate, past?: readonly Event[]): JournalDraft {
  return { on, licence, events: [], past };
}

export function record(draft: JournalDraft, event: WithoutDay<Event>): JournalDraft {
  const recorded = { date: draft.on, licenceId: draft.licence.facts.licenceId, ...event };
  return { ...draft, licence: evolve(draft.licence, recorded), events: [...draft.events, recorded] };
}

/** All events of the licence, those of the draft included. Throws where its past was not read. */
export function journalOf({ past, events, licence }: JournalDraft): readonly Event[] {
  if (past !== undefined) return [...past, ...events];
  throw new Error(`the journal of licence ${licence.facts.licenceId} is needed and was not read`);
}
