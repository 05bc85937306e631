import { due, type DueAction } from '../../domain/agenda.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { licenceAsOf } from './licence-as-of.ts';
import { type OutlookEntry, outlookOf } from './outlook.ts';
import { type StandingNote, standingNotes } from './standing-notes.ts';

/** What happened to a licence on a day, or will happen, and why nothing else does. */
export interface ExplainedDay {
  readonly on: CivilDate;
  readonly isAhead: boolean;
  /** What happened, or will happen if nobody acts. */
  readonly events: readonly Event[];
  /** What was due at the end of the day and not done. */
  readonly undone: readonly DueAction[];
  /** What came next as things stood at the end of the day. */
  readonly next?: OutlookEntry | undefined;
  /** What kept the runs from doing more. */
  readonly notes: readonly StandingNote[];
}

/**
 * Explains a day of a licence, as its journal has it or as its outlook will.
 * @throws Refusal for a day before the licence entered the book
 */
export function explainedDay(
  plan: Plan,
  journal: readonly Event[],
  licenceId: string,
  on: CivilDate,
  today: CivilDate,
): ExplainedDay {
  const isAhead = on > today;
  const licence = licenceAsOf(journal, licenceId, on);
  const outlook = outlookOf(plan, licence, isAhead ? today : on);
  return {
    on,
    isAhead,
    events: isAhead
      ? outlook.filter((entry) => entry.on === on).flatMap(({ events }) => events)
      : journal.filter(({ date }) => date === on),
    undone: isAhead ? [] : due(plan, licence, on),
    next: outlook.find((entry) => entry.on > on),
    notes: standingNotes(plan, licence),
  };
}
