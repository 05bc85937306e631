import type { Event } from '../../domain/licence/events.ts';

/** A line of journal.jsonl. */
export interface JournalLine {
  readonly date: string;
  readonly licenceId: string;
  readonly type: string;
}

/** The events of all licences by date and licence; those of a licence's day in their own order. */
export function journalOf(histories: Iterable<readonly Event[]>): readonly Event[] {
  return [...histories].flat().sort((a, b) => compare(a.date, b.date) || compare(a.licenceId, b.licenceId));
}

/** The event with what every line has in front. */
export function journalLine({ date, licenceId, type, ...own }: Event): JournalLine {
  return { date, licenceId, type, ...own };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
