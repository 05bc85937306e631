import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { CivilDate } from '../../../domain/calendar.ts';
import type { MailStatus } from '../../../contracts/delivery/mail.ts';
import { type Mail, mailKey } from './mail-item.ts';

/**
 * How a mail goes from one state to another. It is made only from the states and the attempt named, and writes only
 * what it says, so that of two moves at the same time neither undoes the other.
 */
export interface MailMove {
  /** As it was read. */
  readonly mail: Mail;
  readonly from: readonly MailStatus[];
  readonly set: Partial<Mail> & { readonly status: MailStatus };
  /** Set only where the mail does not have it yet. */
  readonly fill?: Partial<Mail>;
  /** Whether it is made only where this attempt has not come back for good in the meantime. */
  readonly unlessBounced?: true;
}

/** Longer than a function lives that sends a mail: after it, nobody is still waiting for an answer. */
const leaseMilliseconds = 120_000;

/** How a mail stands that SES may have taken. */
const possiblySent = ['sending', 'unknown', 'sent', 'held'] as const;

/**
 * To `sending`: whoever has claimed a mail is the only one who sends it, and takes it out of the outbox when SES has taken
 * it. `now` in ms since 1970.
 */
export function claim(
  mail: Mail,
  from: 'pending' | 'unknown',
  contact: NonNullable<Mail['contact']>,
  { today, now }: { readonly today: CivilDate; readonly now: number },
): MailMove {
  const set = {
    status: 'sending',
    attempts: mail.attempts + 1,
    leaseUntil: now + leaseMilliseconds,
    sentOn: today,
  } as const;
  return { mail, from: [from], set: { ...set, contact } };
}

/** To `sent`, by SES's feedback, which may say how it ended: also one that was skipped since, while it was in doubt. */
export function markAccepted(
  mail: Mail,
  messageId: string,
  on: CivilDate,
  reported: Pick<Mail, 'deliveredOn' | 'bouncedOn' | 'complainedOn'>,
): MailMove {
  const isReported = Object.keys(reported).length > 0 && mail.attempts > 0;
  return {
    mail,
    from: ['pending', 'skipped', ...possiblySent],
    set: { status: 'sent', ...(isReported && { reportedAttempt: mail.attempts }) },
    fill: { messageId, sentOn: on, ...reported },
    unlessBounced: true,
  };
}

/** To `unknown`: it may have gone out at `since`, in ms since 1970, or before. */
export function markUnknown(mail: Mail, since: number, reason: string): MailMove {
  const set = { status: 'unknown', unknownSince: since, doubtedAttempt: mail.attempts, reason } as const;
  return { mail, from: ['sending'], set };
}

/** Back to `pending`, after an answer that says for certain that the mail was not taken. */
export function putBack(mail: Mail, reason: string): MailMove {
  return { mail, from: ['sending'], set: { status: 'pending', reason } };
}

export function hold(mail: Mail, reason: string): MailMove {
  return { mail, from: ['pending', 'unknown'], set: { status: 'held', reason } };
}

/** Back to `pending`, since an operator sends it. */
export function releaseHeld(mail: Mail): MailMove {
  return { mail, from: ['held'], set: { status: 'pending' } };
}

/** Back to `pending` where an operator has it sent once more. */
export function repeatSent(mail: Mail): MailMove {
  return { mail, from: ['sent'], set: { status: 'pending' } };
}

/** Back to `pending` where it was sent back for good: for its next contact. */
export function retryAfterBounce(mail: Mail, on: CivilDate): MailMove {
  const set = { status: 'pending', bouncedOn: on, bouncedAttempt: mail.attempts } as const;
  return { mail, from: possiblySent, set };
}

/** To `held` where it was sent back for good and has no other contact. */
export function holdAfterBounce(mail: Mail, on: CivilDate, reason: string): MailMove {
  const set = { status: 'held', bouncedOn: on, bouncedAttempt: mail.attempts, reason } as const;
  return { mail, from: possiblySent, set };
}

/** Its reader wants no such mails. */
export function skip(mail: Mail, reason: string): MailMove {
  return { mail, from: ['pending', 'unknown'], set: { status: 'skipped', reason } };
}

/** What goes with the state that a mail leaves. */
const passing = ['leaseUntil', 'unknownSince'] as const;

/**
 * The conditional write that makes a move. A pending mail may have no item yet: what is written then is all that its
 * item has.
 */
export function updateOf(table: string, { mail, from, set, fill = {}, unlessBounced }: MailMove) {
  const isUnset = (name: string) => !(name in set);
  const values = new Map<string, unknown>([[':attempt', mail.attempts]]);
  const conditions = from.map((status, index) => named(values, `:from${index}`, status));
  const notBounced =
    unlessBounced === undefined
      ? ''
      : ' AND (attribute_not_exists(#bouncedAttempt) OR #bouncedAttempt < :attempt)';
  const stays = `#attempts = :attempt AND #status IN (${conditions.join(', ')})${notBounced}`;
  const mayBeNew = mail.attempts === 0 && from.includes('pending');
  const written = mayBeNew ? { attempts: mail.attempts, ...set } : set;
  const sets = Object.entries(written).map(
    ([name, value]) => `#${name} = ${named(values, `:${name}`, value)}`,
  );
  const fills = Object.entries(fill).map(
    ([name, value]) => `#${name} = if_not_exists(#${name}, ${named(values, `:${name}`, value)})`,
  );
  const removed = passing.filter(isUnset);
  const condition = unlessBounced === undefined ? [] : ['bouncedAttempt'];
  const names = new Set([
    ...Object.keys(written),
    ...Object.keys(fill),
    ...removed,
    ...condition,
    'attempts',
    'status',
  ]);
  return {
    TableName: table,
    Key: mailKey(mail),
    UpdateExpression: `SET ${[...sets, ...fills].join(', ')} REMOVE ${removed.map((name) => `#${name}`).join(', ')}`,
    ConditionExpression: mayBeNew ? `attribute_not_exists(licenceId) OR (${stays})` : stays,
    ExpressionAttributeNames: Object.fromEntries([...names].map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(values),
  } satisfies UpdateCommandInput;
}

function named(values: Map<string, unknown>, name: string, value: unknown): string {
  values.set(name, value);
  return name;
}
