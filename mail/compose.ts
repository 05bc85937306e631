import { sharedBy } from '../domain/licence/sharing.ts';
import { aboutOf } from '../wording/facts/about.ts';
import { historyOf } from '../wording/facts/history.ts';
import { headerLine } from '../wording/text/line.ts';
import { entryOf } from './calendar/entry.ts';
import { icsOf } from './calendar/ics.ts';
import { kindNamed, type MailKind } from './kinds/index.ts';
import type { Material } from './kinds/kind.ts';
import { renderHtml } from './layout/html.ts';
import { attachedLogo } from './layout/logo.ts';
import { renderText } from './layout/text.ts';
import { type MailLocaliser, mailLocaliserFor } from './letter/localiser.ts';
import { pageOf } from './letter/page.ts';
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
import type { MailLine, MailSubject } from './message/subject.ts';

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
  const { mailId, plan, customer, partner, today, stopLink, attachments = [], others = [] } = subject;
  const kind = kindNamed(subject.kind);
  const from = senderOf(plan);
  const to = recipientOf(kind, customer, partner);
  if (to === undefined) throw new Error(`no address of customer ${customer.customerId} takes mail`);
  const cc = copyRecipientOf(kind, customer, partner);
  const also = furtherRecipientsOf(kind, customer, partner);
  const manager = managerCopyOf(kind, customer, [to, ...also, ...(cc === undefined ? [] : [cc])]);
  const owner = to.contact === 'partner' ? (partner ?? customer) : customer;
  const linkTo = subject.linksFor?.(owner.customerId, to.address);
  const localiser = mailLocaliserFor(customer.locale, plan.vendor, linkTo);
  const material = materialOf(subject, subject, localiser);
  const { about, history } = material;
  const writing = kind.write(
    material,
    others.map((other) => materialOf(subject, other, localiser)),
  );
  const attached = attachments.map(({ filename }) => filename);
  const licences = new Set([material.about.licenceId, ...others.map(({ journal }) => journal[0]?.licenceId)])
    .size;
  const page = pageOf(kind, history, licences);
  const letter = writeLetter(localiser, about, writing, {
    copyTo: cc?.name,
    attached,
    licences,
    stopLink,
    page,
  });
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
  // An entry is about one licence: what several could share brings none.
  const day = sharedBy(history.event) === undefined ? writing.calendar : undefined;
  const entry = day && entryOf(material, day, from, letter.preheader);
  const logo = attachedLogo(plan.vendor.branding);
  const calendar = entry && icsOf(entry);
  const sending = { date: today, timeZone: plan.timeZone };
  const mime = await mimeOf({ ...parts, logo, documents: attachments, calendar, ...sending });
  return { kind: kind.name, ...parts, mime };
}

function materialOf(
  subject: MailSubject,
  { journal, version }: MailLine,
  localiser: MailLocaliser,
): Material {
  const history = historyOf(journal, version);
  const about = aboutOf(subject.plan, subject.customer, history.then);
  return { ...subject, journal, version, localiser, history, about };
}
