import { entryOf } from './calendar/entry.ts';
import { icsOf } from './calendar/ics.ts';
import { contentOf } from './content/collect.ts';
import type { MailKind } from './kinds.ts';
import { renderHtml } from './layout/html.ts';
import { headerLine } from '../wording/text/line.ts';
import { attachedLogo } from './layout/logo.ts';
import { renderText } from './layout/text.ts';
import { penFor } from './pen.ts';
import { writeLetter } from './letters/write.ts';
import { messageIdOf, mimeOf } from './mime.ts';
import { type Address, copyRecipientOf, type Recipient, recipientOf, senderOf } from './recipients.ts';
import type { MailSubject } from './subject.ts';

export interface ComposedMail {
  readonly mailId: string;
  readonly kind: MailKind;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly from: Address;
  readonly to: Recipient;
  /** The customer's partner. */
  readonly cc?: Address | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The whole message, for `SendRawEmail`: the same for the same subject, byte by byte. */
  readonly mime: Buffer;
}

/**
 * Composes the mail that an event of the journal calls for (`mailKindOf`), in the customer's language and formats.
 * Throws where the event calls for none, where the journal is not whole, or where no address is left to write to.
 */
export async function composeMail(subject: MailSubject): Promise<ComposedMail> {
  const { mailId, plan, customer, partner, today, stopLink, attachment } = subject;
  const content = contentOf(subject);
  const { kind } = content;
  const from = senderOf(plan);
  const to = recipientOf(kind, customer, partner);
  if (to === undefined) throw new Error(`no address of customer ${customer.customerId} takes mail`);
  const cc = copyRecipientOf(kind, customer, partner);
  const pen = penFor(customer.locale);
  const letter = writeLetter(pen, content, {
    copyTo: cc?.name,
    attached: attachment?.filename,
    stopLink,
  });
  const parts = {
    mailId,
    messageId: messageIdOf(mailId, from),
    from,
    to,
    cc,
    subject: headerLine(letter.subject),
    text: renderText(letter),
    stopLink,
    html: renderHtml(letter),
  };
  const entry = entryOf(pen, content, subject, from.address, letter.preheader);
  const logo = attachedLogo(plan.vendor.branding);
  return {
    kind,
    ...parts,
    mime: await mimeOf({ ...parts, logo, attachment, calendar: entry && icsOf(entry), date: today }),
  };
}
