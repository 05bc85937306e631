import { type CivilDate, laterOf } from '../calendar.ts';
import { type JournalDraft, journalDraft, record } from '../licence/journal-draft.ts';
import type { Event, EventOf } from '../licence/events.ts';
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
  return record(draftNotBefore(licence, on), { type: 'MailSentAgain', mailId, kind, because }).events;
}

/** Journals that a mail waits for an operator. */
export function held(
  licence: Licence,
  on: CivilDate,
  { mailId, kind }: MailName,
  because: string,
): readonly Event[] {
  return record(draftNotBefore(licence, on), { type: 'MailHeld', mailId, kind, because }).events;
}

/** Journals that an address that sent mail back takes mail again. */
export function addressCleared(
  licence: Licence,
  on: CivilDate,
  of: EventOf<'AddressCleared'>['of'],
): readonly Event[] {
  const because = 'an operator knows that it takes mail again';
  return record(draftNotBefore(licence, on), { type: 'AddressCleared', of, because }).events;
}

/** A mail server's answer may come late: it is journalled on the day of the last event then. */
function draftNotBefore(licence: Licence, on: CivilDate): JournalDraft {
  return journalDraft(licence, laterOf(on, licence.lastEventOn));
}
