import { createHash } from 'node:crypto';
import type { CivilDate } from '../../domain/calendar.ts';
import { noonIn } from '../../domain/time/instant.ts';
import type { CalendarFile } from '../calendar/ics.ts';
import type { Address } from './recipients.ts';
import type { Attachment } from './subject.ts';

/** A mail in all its parts, ready to be put into MIME. */
export interface Parts {
  /** Where mail programs stop such mails, with one click where the mail has one reader (RFC 8058). */
  readonly stopLink?: string | undefined;
  readonly mailId: string;
  /** With its angle brackets. */
  readonly messageId: string;
  /** The day that it is sent on, in `timeZone`. */
  readonly date: CivilDate;
  readonly timeZone: string;
  readonly from: Address;
  readonly to: Address;
  readonly cc?: Address | undefined;
  readonly also: readonly Address[];
  readonly manager?: Address | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The logo, where it goes with the mail. */
  readonly logo?: { readonly contentId: string; readonly png: Buffer } | undefined;
  /** Quotes and invoices. */
  readonly documents: readonly Attachment[];
  readonly calendar?: CalendarFile | undefined;
}

/** The MIME message; the same parts give the same bytes. What writes it is loaded with the first mail. */
export async function mimeOf(parts: Parts): Promise<Buffer> {
  const {
    mailId,
    messageId,
    date,
    timeZone,
    from,
    to,
    cc,
    also,
    manager,
    subject,
    text,
    html,
    logo,
    stopLink,
    documents,
    calendar,
  } = parts;
  const attachments = [
    ...(logo === undefined ? [] : [inline(logo)]),
    ...documents.flatMap(attached),
    ...(calendar === undefined ? [] : [entered(calendar)]),
  ];
  const copies = [cc, manager].filter((copy) => copy !== undefined);
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from: { ...from },
    to: [to, ...also].map(({ name, address }) => ({ name, address })),
    ...(copies.length === 0 ? {} : { cc: copies.map((copy) => ({ ...copy })) }),
    subject,
    messageId,
    date: new Date(noonIn(timeZone, date)),
    text,
    html,
    ...(attachments.length === 0 ? {} : { attachments }),
    headers: {
      'X-Perennial-Mail': mailId,
      'Auto-Submitted': 'auto-generated',
      ...(stopLink === undefined ? {} : stopHeaders(stopLink, also.length + copies.length === 0)),
    },
    newline: 'win',
    baseBoundary: createHash('sha256').update(mailId).digest('hex').slice(0, 32),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/**
 * Nodemailer would break the address over lines: it goes out as it is. One click does not say who of several readers
 * made it: they say so on the page.
 */
function stopHeaders(link: string, hasOneReader: boolean) {
  return {
    'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${link}>` },
    ...(hasOneReader ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  };
}

/** Part of the page, and not a file for the reader to save. */
function inline({ contentId, png }: NonNullable<Parts['logo']>) {
  return {
    cid: contentId,
    content: png,
    contentType: 'image/png',
    contentDisposition: 'inline' as const,
    filename: `${contentId}.png`,
  };
}

function attached({ filename, pdf, eInvoice }: Attachment) {
  const contentDisposition = 'attachment' as const;
  const document = { filename, content: pdf, contentType: 'application/pdf', contentDisposition };
  if (eInvoice === undefined) return [document];
  const { xml: content } = eInvoice;
  return [
    document,
    { filename: eInvoice.filename, content, contentType: 'application/xml', contentDisposition },
  ];
}

function entered({ method, ics }: CalendarFile) {
  return {
    filename: 'maintenance.ics',
    content: ics,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    contentDisposition: 'attachment' as const,
  };
}

/** The Message-ID of a mail, in the domain of its sender: one for each mail id. */
export function messageIdOf(mailId: string, sender: Address): string {
  const local = Buffer.from(mailId)
    .toString('latin1')
    .replace(/[^A-Za-z0-9_-]/g, inHex);
  return `<${local}@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}>`;
}

function inHex(byte: string): string {
  return `=${byte.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
