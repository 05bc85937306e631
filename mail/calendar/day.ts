import type { CivilDate } from '../../domain/calendar.ts';

/** A day that a mail enters into the reader's calendar, or takes out of it. */
export interface CalendarDay {
  /** The last day of the term that it is about: names the entry. */
  readonly termEnds: CivilDate;
  readonly day: CivilDate;
  readonly isCancelled: boolean;
}
