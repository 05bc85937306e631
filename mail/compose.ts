import { aboutOf } from '../wording/facts/about.ts';
import { historyOf } from '../wording/facts/history.ts';
import { headerLine } from '../wording/text/line.ts';
import { entryOf } from './calendar/entry.ts';
import { icsOf } from './calendar/ics.ts';
import { kindNamed, type MailKind } from './kinds/index.ts';
import { renderHtml } from './layout/html.ts';
import { attachedLogo } from './layout/logo.ts';
import { renderText } from './layout/text.ts';
import { penFor } from './letter/pen.ts';
import { writeLetter } from './letter/write.ts';
import { messageIdOf, mimeOf } from './message/mime.ts';
import {
  type Address,
  copyRecipientOf,
  furtherRecipientsOf,
  managerCopyOf,
  type Recipient,
  recipientOf,
  senderOf,
} from './message/recipients.ts';
import type { MailSubject } from './message/subject.ts';

export interface ComposedMail {
  readonly mailId: string;
  readonly kind: MailKind;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly from: Address;
  readonly to: Recipient;
  /** The customer's partner. */
  readonly cc?: Address | undefined;
  /** Further addresses of the recipient's role. */
  readonly also: readonly Address[];
  /** The vendor's account manager. */
  readonly manager?: Address | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The whole message, for `SendRawEmail`: the same for the same subject, byte by byte. */
  readonly mime: Buffer;
}

/**
 * Composes the mail of a kind that an event of the journal calls for, in the customer's language and formats.
 * Throws if the event calls for another kind, if the journal is not whole, or if there is no address to write to.
 */
export async function composeMail(subject: MailSubject): Promise<ComposedMail> {
  const { mailId, plan, customer, partner, today, stopLink, attachment } = subject;
  const kind = kindNamed(subject.kind);
  const from = senderOf(plan);
  const to = recipientOf(kind, customer, partner);
  if (to === undefined) throw new Error(`no address of customer ${customer.customerId} takes mail`);
  const cc = copyRecipientOf(kind, customer, partner);
  const also = furtherRecipientsOf(kind, customer, partner);
  const manager = managerCopyOf(kind, customer, [to, ...also, ...(cc === undefined ? [] : [cc])]);
  const history = historyOf(subject.journal, subject.version);
  const about = aboutOf(plan, customer, history.then);
  const material = { ...subject, pen: penFor(customer.locale, plan.vendor), history, about };
  const writing = kind.write(material);
  const footer = { copyTo: cc?.name, attached: attachment?.filename, stopLink };
  const letter = writeLetter(material.pen, about, writing, footer);
  const parts = {
    mailId,
    messageId: messageIdOf(mailId, from),
    from,
    to,
    cc,
    also,
    manager,
    subject: headerLine(letter.subject),
    text: renderText(letter),
    stopLink,
    html: renderHtml(letter),
  };
  const entry = writing.calendar && entryOf(material, writing.calendar, from, letter.preheader);
  const logo = attachedLogo(plan.vendor.branding);
  const calendar = entry && icsOf(entry);
  const mime = await mimeOf({ ...parts, logo, attachment, calendar, date: today, timeZone: plan.timeZone });
  return { kind: kind.name, ...parts, mime };
}
