import * as z from 'zod';
import { civilDateSchema } from '../../../domain/calendar.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { records } from '../licences/licence-item.ts';
import { mailStatuses } from '../../../contracts/delivery/mail.ts';
import { escapedId, unescapedId } from '../../../domain/text/id.ts';
import { parseAt } from '../table/parse.ts';

const mailSchema = z.object({
  licenceId: z.string(),
  mailId: z.string(),
  kind: z.string(),
  /** The number of the event that it tells of. */
  version: z.int().positive(),
  /** The day of that event. */
  on: civilDateSchema,
  status: z.enum(mailStatuses),
  attempts: z.int().min(0),
  /** While `sending`: when whoever sends it has given up for certain, in milliseconds since 1970. */
  leaseUntil: z.int().optional(),
  /** While `unknown`: since when, in milliseconds since 1970. */
  unknownSince: z.int().optional(),
  sentOn: civilDateSchema.optional(),
  /** As SES knows it. */
  messageId: z.string().optional(),
  /** Whom the last attempt went to. */
  contact: z.enum(['technical', 'billing', 'partner']).optional(),
  /** The last attempt that came back for good: what SES tells of it and those before settles nothing. */
  bouncedAttempt: z.int().positive().optional(),
  /** Why it was rejected last, or is unknown, held or skipped. */
  reason: z.string().optional(),
  /** The day on which the recipient's server took it, sent it back, or its reader complained of it. */
  deliveredOn: civilDateSchema.optional(),
  bouncedOn: civilDateSchema.optional(),
  complainedOn: civilDateSchema.optional(),
});

/** A mail of the outbox and what became of it. */
export type Mail = z.infer<typeof mailSchema>;

/** The kind of mail that an event calls for, `after` being what is recorded with it after it; undefined for none. */
export type MailKindOf = (event: Event, after: readonly Event[]) => string | undefined;

/** The mail of a licence's event number `version`. */
export function newMail(event: Event, version: number, kind: string): Mail {
  const { licenceId, date } = event;
  const mailId = mailIdOf(licenceId, version, kind);
  return { licenceId, mailId, kind, version, on: date, status: 'pending', attempts: 0 };
}

export function mailKey(mail: Pick<Mail, 'licenceId' | 'mailId'>): { licenceId: string; record: string } {
  return { licenceId: mail.licenceId, record: records.mail(mail.mailId) };
}

export function mailFrom(place: string, item: unknown): Mail {
  return parseAt(place, mailSchema, item);
}

/** One mail for one event, and the id says which: in letters, digits, `-` and `_`, as SES takes it in a tag. */
function mailIdOf(licenceId: string, version: number, kind: string): string {
  return `${escapedId(licenceId)}-${String(version).padStart(8, '0')}-${kind}`;
}

const mailIdParts = /^(?<escaped>.+)-\d{8,}-[a-z-]+$/;

/** The licence that a mail's id names; undefined where it is no id of ours. */
export function licenceIdIn(mailId: string): string | undefined {
  const escaped = mailIdParts.exec(mailId)?.groups?.['escaped'];
  return escaped === undefined ? undefined : unescapedId(escaped);
}
