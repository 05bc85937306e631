import type { CivilDate } from '../../domain/calendar.ts';
import type { LicenceHistory } from '../deployment/deployment.ts';
import { causeInWords } from './recorded-events.ts';

/** A note of an operator on a licence. */
export interface LicenceNote {
  readonly date: CivilDate;
  readonly note: string;
  /** Who added it, by the name that people know. */
  readonly by: string;
}

/** The notes on a licence, oldest first; with `until`, up to and including that day. */
export function notesIn(
  history: LicenceHistory | undefined,
  until: CivilDate | undefined,
): readonly LicenceNote[] {
  return (history?.events ?? []).flatMap(({ event, cause }) => {
    if (event.type !== 'NoteAdded' || (until !== undefined && event.date > until)) return [];
    return [{ date: event.date, note: event.note, by: causeInWords({ event, cause, mails: [] }) }];
  });
}
