import type { CivilDate } from '../calendar.ts';
import { journalDraft, record } from '../licence/journal-draft.ts';
import type { Event } from '../licence/events.ts';
import type { Licence } from '../licence/licence.ts';

/** A mail of a licence, by its id and kind. */
interface MailName {
  readonly mailId: string;
  readonly kind: string;
}

/** Journals that a mail goes out once more, although it may have arrived before. */
export function sentAgain(
  licence: Licence,
  on: CivilDate,
  { mailId, kind }: MailName,
  because: string,
): readonly Event[] {
  return record(journalDraft(licence, on), { type: 'MailSentAgain', mailId, kind, because }).events;
}

/** Journals that a mail waits for an operator. */
export function held(
  licence: Licence,
  on: CivilDate,
  { mailId, kind }: MailName,
  because: string,
): readonly Event[] {
  return record(journalDraft(licence, on), { type: 'MailHeld', mailId, kind, because }).events;
}
