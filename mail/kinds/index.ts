import type { Event } from '../../domain/licence/events.ts';
import { finalNotice } from './billing/final-notice.ts';
import { invoice } from './billing/invoice.ts';
import { paymentReminder } from './billing/payment-reminder.ts';
import { quote } from './billing/quote.ts';
import { receipt } from './billing/receipt.ts';
import { changeQuote } from './changes/change-quote.ts';
import { changed } from './changes/changed.ts';
import { activated } from './cover/activated.ts';
import { cancelled } from './cover/cancelled.ts';
import { lapse } from './cover/lapse.ts';
import { reinstated } from './cover/reinstated.ts';
import { reminder } from './cover/reminder.ts';
import { renewalNotice } from './cover/renewal-notice.ts';
import { renewed } from './cover/renewed.ts';
import { resumed } from './cover/resumed.ts';
import { termStatement } from './cover/term-statement.ts';
import { transferred, transferredAway } from './cover/transferred.ts';
import type { Kind } from './kind.ts';
import { creditNote } from './receivables/credit-note.ts';
import { hold } from './receivables/hold.ts';
import { lapseReversed } from './receivables/lapse-reversed.ts';
import { paymentReversed } from './receivables/payment-reversed.ts';
import { refund } from './receivables/refund.ts';
import { remoteAccess } from './support/remote-access.ts';
import { supportDeclined } from './support/support-declined.ts';
import { ticket } from './support/ticket.ts';
import { announcements } from './updates/announcements.ts';
import { updateAvailable } from './updates/update-available.ts';
import { updateMissed } from './updates/update-missed.ts';
import { updatePassword } from './updates/update-password.ts';
import { updateRefused } from './updates/update-refused.ts';

/** Every kind of mail. */
const kinds = [
  reminder,
  renewalNotice,
  renewed,
  reinstated,
  cancelled,
  resumed,
  lapse,
  transferred,
  transferredAway,
  activated,
  termStatement,
  quote,
  invoice,
  paymentReminder,
  finalNotice,
  receipt,
  paymentReversed,
  creditNote,
  refund,
  hold,
  lapseReversed,
  changeQuote,
  changed,
  ticket,
  supportDeclined,
  remoteAccess,
  updateAvailable,
  updateMissed,
  updatePassword,
  updateRefused,
  announcements,
] as const;

export type MailKind = (typeof kinds)[number]['name'];

/** The mails that an event calls for, `after` being what was recorded with it after it; one for most events, or none. */
export function mailKindsOf(event: Event, after: readonly Event[] = []): readonly MailKind[] {
  return kinds.filter((kind) => kind.isCalledBy(event, after)).map(({ name }) => name);
}

/** The kind of mail of a name. Throws if there is none. */
export function kindNamed(name: string): Kind<MailKind> {
  const kind = kinds.find((each) => each.name === name);
  if (kind !== undefined) return kind;
  throw new Error(`there is no kind of mail ${name}`);
}
