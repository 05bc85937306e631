import * as z from 'zod/mini';
import { civilDateSchema } from '../../../domain/calendar.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { records } from '../licences/licence-item.ts';
import { mailStatuses } from '../../../contracts/delivery/mail.ts';
import { escapedId, unescapedId } from '../../../domain/text/id.ts';
import { parseAt } from '../table/parse.ts';
import { countSchema, positiveSchema } from '../../../domain/values/whole.ts';
import { optionalTextSchema, textSchema } from '../../../domain/values/plain.ts';

const itemSchema = z.object({
  record: textSchema,
  status: z.enum(mailStatuses),
  attempts: countSchema,
  /** While `sending`: when whoever sends it has given up for certain, in milliseconds since 1970. */
  leaseUntil: z.optional(z.int()),
  /** While `unknown`: since when, in milliseconds since 1970. */
  unknownSince: z.optional(z.int()),
  /** The day of its last attempt. */
  sentOn: z.optional(civilDateSchema),
  /** As SES knows it; set by its feedback. */
  messageId: optionalTextSchema,
  /** The recipients of the last attempt. */
  contact: z.optional(z.enum(['technical', 'billing', 'partner'])),
  /** The last attempt of which its sender never knew whether SES took it. */
  doubtedAttempt: z.optional(positiveSchema),
  /** The last attempt that came back for good: SES's feedback on it and on those before settles nothing. */
  bouncedAttempt: z.optional(positiveSchema),
  /**
   * How many attempts had been made when SES last said that the mail arrived, came back or was complained of, whichever
   * of them it spoke of.
   */
  reportedAttempt: z.optional(positiveSchema),
  /** Why it was rejected last, or is unknown, held or skipped. */
  reason: optionalTextSchema,
  /** The day on which the recipient's server took it, sent it back, or its reader complained of it. */
  deliveredOn: z.optional(civilDateSchema),
  bouncedOn: z.optional(civilDateSchema),
  complainedOn: z.optional(civilDateSchema),
});

/** A mail that an event calls for, and where it stands. */
export interface Mail extends Omit<z.infer<typeof itemSchema>, 'record'> {
  readonly licenceId: string;
  readonly mailId: string;
  readonly kind: string;
  /** The number of the event that calls for it. */
  readonly version: number;
}

/** The kinds of mail that an event calls for, `after` being what is recorded with it after it. */
export type MailKindsOf = (
  event: Event,
  after: readonly Event[],
) => readonly string[] | Promise<readonly string[]>;

export function mailKey(mail: Pick<Mail, 'licenceId' | 'mailId'>): { licenceId: string; record: string } {
  return { licenceId: mail.licenceId, record: records.mail(mail.mailId) };
}

/**
 * All mails of a licence, in the order of their events, from its outbox and the items of its mails. A mail has an item
 * from its first attempt on: one that only the outbox names is pending.
 */
export function mailsIn(
  licenceId: string,
  outbox: readonly string[],
  items: readonly unknown[],
): readonly Mail[] {
  const attempted = items.map((item) => mailFrom(licenceId, outbox, item));
  const known = new Set(attempted.map(({ mailId }) => mailId));
  const pending = outbox.filter((mailId) => !known.has(mailId)).map((id) => pendingMail(licenceId, id));
  return [...attempted, ...pending].toSorted((a, b) => a.version - b.version);
}

function pendingMail(licenceId: string, mailId: string): Mail {
  return { ...namedBy(licenceId, mailId), status: 'pending', attempts: 0 };
}

/** A mail at its last attempt as its sender has left it, without reading it; undefined where the id names none of ours. */
export function attemptedMail(mailId: string, attempts: number): Mail | undefined {
  const licenceId = licenceIdIn(mailId);
  return licenceId === undefined ? undefined : { ...namedBy(licenceId, mailId), status: 'sending', attempts };
}

/** Its sender takes a mail out of the outbox when SES has taken it: that is the record of it. */
export function mailFrom(licenceId: string, outbox: readonly string[], item: unknown): Mail {
  const { record, ...mail } = parseAt(`a mail of licence ${licenceId}`, itemSchema, item);
  const mailId = record.slice(records.mails.length);
  const isInDoubt = mail.status === 'sending' || mail.status === 'unknown';
  const status = isInDoubt && !outbox.includes(mailId) ? 'sent' : mail.status;
  return { ...namedBy(licenceId, mailId), ...mail, status };
}

/** Whether SES has said since the last attempt at a mail how it ended; that it took it, or is still trying, is not enough. */
export function isReported({ attempts, reportedAttempt = 0, bouncedAttempt = 0 }: Mail): boolean {
  return Math.max(reportedAttempt, bouncedAttempt) >= attempts;
}

/** Whether nobody knew of an attempt at a mail if it went out, and it has not come back since. */
export function mayHaveGoneOut({ doubtedAttempt = 0, bouncedAttempt = 0 }: Mail): boolean {
  return doubtedAttempt > bouncedAttempt;
}

/** One mail for one event, and the id says which: in letters, digits, `-` and `_`, as SES takes it in a tag. */
export function mailIdOf(licenceId: string, version: number, kind: string): string {
  return `${escapedId(licenceId)}-${String(version).padStart(8, '0')}-${kind}`;
}

const mailIdParts = /^(?<escaped>.+)-(?<version>\d{8,})-(?<kind>[a-z-]+)$/;

/** What the id of a licence's mail says. Throws where it names no event. */
export function namedBy(
  licenceId: string,
  mailId: string,
): Pick<Mail, 'licenceId' | 'mailId' | 'kind' | 'version'> {
  const { version, kind } = mailIdParts.exec(mailId)?.groups ?? {};
  if (version === undefined || kind === undefined) {
    throw new Error(`licence ${licenceId} has a mail whose id does not name its event: ${mailId}`);
  }
  return { licenceId, mailId, kind, version: Number(version) };
}

/** The licence that a mail's id names; undefined where it is no id of ours. */
export function licenceIdIn(mailId: string): string | undefined {
  const escaped = mailIdParts.exec(mailId)?.groups?.['escaped'];
  return escaped === undefined ? undefined : unescapedId(escaped);
}
