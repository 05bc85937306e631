import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Address } from './recipients.ts';

/** A mail in all its parts, ready to be put into MIME. */
export interface Parts {
  readonly mailId: string;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly date: CivilDate;
  readonly from: Address;
  readonly to: Address;
  readonly cc?: Address | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The MIME message; the same parts give the same bytes. */
export async function mimeOf(parts: Parts): Promise<Buffer> {
  const { mailId, messageId, date, from, to, cc, subject, text, html } = parts;
  const composer = new MailComposer({
    from: { ...from },
    to: { ...to },
    ...(cc === undefined ? {} : { cc: { ...cc } }),
    subject,
    messageId,
    date: new Date(`${date}T12:00:00Z`),
    text,
    html,
    headers: { 'X-Perennial-Mail': mailId, 'Auto-Submitted': 'auto-generated' },
    newline: 'win',
    baseBoundary: createHash('sha256').update(mailId).digest('hex').slice(0, 32),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
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
