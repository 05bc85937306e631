import { setTimeout as pause } from 'node:timers/promises';
import type { CivilDate } from '../../domain/calendar.ts';
import { held, sentAgain } from '../../domain/correspondence/mails.ts';
import { AccountTrouble } from '../../contracts/workflow/errors.ts';
import type { MailStatus } from '../../contracts/delivery/mail.ts';
import type { StoredWithHistory } from '../../adapters/dynamodb/licences/licence-reader.ts';
import type { AwaitedReports } from '../../adapters/dynamodb/runs/awaited-reports.ts';
import { type Mail, mayHaveGoneOut } from '../../adapters/dynamodb/mails/mail-item.ts';
import { claim, hold, markUnknown, putBack, skip } from '../../adapters/dynamodb/mails/mail-moves.ts';
import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import type { Letter, Mailer, Outcome } from '../../adapters/ses/mailer.ts';
import { kindNamed } from '../../mail/kinds/index.ts';
import { type MailStores, moveMail, moveMailWithEvents } from './move-mail.ts';
import { noticesIn, openOutbox } from './open-outbox.ts';
import { type Obstacle, obstacleTo, outsideStage } from './obstacle.ts';
import type { Pace } from './pace.ts';
import { settleOutbox } from './settle-outbox.ts';
import {
  contextFor,
  type MailContext,
  mailContextOf,
  type WritingDependencies,
  writeMail,
} from './write-mail.ts';

/** What it takes to deliver mail. */
export interface MailingDependencies extends MailStores, WritingDependencies {
  readonly mailer: Mailer;
  readonly awaited: AwaitedReports;
  /** Keeps to the rate at which the account may send. */
  readonly pace: Pace;
}

/** Where a mail stands after it was looked at, and why it is not sent. */
export interface Delivery {
  readonly mailId: string;
  readonly status: MailStatus;
  readonly because?: string | undefined;
}

/** The same, with the attempt that SES has taken, where one was made just now. */
interface Attempted extends Delivery {
  readonly attempt?: number | undefined;
}

/** The day of the business, and the sender's own time in milliseconds since 1970: it dates leases and windows. */
interface Moment {
  readonly today: CivilDate;
  readonly now: number;
}

/** How long SES's feedback is waited for: longer than it takes to come, shorter than from one run to the next. */
const windowMilliseconds = 3_600_000;
const mostRepeats = 2;

/**
 * Looks at every mail in a licence's outbox and sends those that wait. A send that is cut off before its answer leaves
 * the mail `unknown`, and in the outbox: SES's feedback settles it, or after an hour it is sent again or held, as its
 * kind says; the journal records both. A mail that no address takes is held; one that its reader has stopped, or that
 * this stage may not send, is skipped; one that another process is sending waits for the next run.
 * @throws where SES rejects a mail, which stays pending; `AccountTrouble` where the account may not send
 */
export async function deliverPending(
  post: MailingDependencies,
  licenceId: string,
  today: CivilDate,
  now: number,
): Promise<readonly Delivery[]> {
  const outbox = await openOutbox(post, licenceId);
  await post.awaited.note(noticesIn(outbox), now);
  return deliverOutbox(post, outbox, today, now);
}

/** `deliverPending`, of an outbox whose bills and notices are noted. */
export async function deliverOutbox(
  post: MailingDependencies,
  first: StoredWithHistory,
  today: CivilDate,
  now: number,
): Promise<readonly Delivery[]> {
  const { stored } = first;
  const { licenceId } = stored.licence.facts;
  if (stored.outbox.length === 0) return [];
  const attempted: Attempted[] = [];
  let loaded: LoadedMails | undefined = await withContext(post, first, today);
  try {
    for (const mailId of stored.outbox) {
      const delivery = await retryOnConflict(async () => {
        const current = loaded ?? (await withContext(post, await openOutbox(post, licenceId), today));
        loaded = undefined;
        const mail = mailIn(current, mailId);
        const context = await contextFor(post, current.context, mail);
        const delivered = await deliver(post, context, mail, { today, now });
        loaded = current;
        return delivered;
      });
      attempted.push(delivery);
    }
  } finally {
    // Also where a later mail meets trouble: those before it were sent.
    await settleOutbox(post, stored, attempted, today);
  }
  const deliveries = attempted.map(({ mailId, status, because }): Delivery => {
    return because === undefined ? { mailId, status } : { mailId, status, because };
  });
  const rejected = deliveries.filter(({ status }) => status === 'pending');
  if (rejected.length === 0) return deliveries;
  const problems = rejected.map(({ mailId, because }) => `mail ${mailId} was rejected: ${because ?? ''}`);
  throw new Error(problems.join('; '));
}

/** A licence's mails as they were read together, and what they are written from. */
interface LoadedMails {
  readonly mails: readonly Mail[];
  readonly context: MailContext;
}

async function withContext(
  post: MailingDependencies,
  loaded: StoredWithHistory,
  today: CivilDate,
): Promise<LoadedMails> {
  return { mails: loaded.history.mails, context: await mailContextOf(post, loaded, today) };
}

function mailIn({ mails }: LoadedMails, mailId: string): Mail {
  const mail = mails.find((each) => each.mailId === mailId);
  if (mail === undefined) throw new Error(`there is no mail ${mailId}`);
  return mail;
}

async function deliver(
  post: MailingDependencies,
  context: MailContext,
  mail: Mail,
  moment: Moment,
): Promise<Attempted> {
  const { mailId, status, leaseUntil = 0, reason } = mail;
  switch (status) {
    case 'pending':
      return send(post, context, mail, moment);
    case 'sending': {
      if (moment.now < leaseUntil) {
        return { mailId, status, because: 'another process is sending it, or was cut off while it did' };
      }
      const cutOff = 'its sender was cut off before it knew';
      return resolve(post, context, await moveMail(post, markUnknown(mail, leaseUntil, cutOff)), moment);
    }
    case 'unknown':
      return resolve(post, context, mail, moment);
    case 'sent':
      return { mailId, status };
    case 'held':
    case 'skipped':
      return { mailId, status, because: reason };
  }
}

/** Claims the mail only when it is written, so that a mail that cannot be written stays as it is. */
async function send(
  post: MailingDependencies,
  context: MailContext,
  mail: Mail,
  moment: Moment,
): Promise<Attempted> {
  const obstacle = obstacleTo(mail, context);
  if (obstacle !== undefined) return stop(post, mail, obstacle, moment);
  const { letter, contact } = await writeMail(post, context, mail, moment.now);
  if (!post.mailer.maySend(letter)) return stop(post, mail, outsideStage, moment);
  await post.pace();
  return dispatch(post, await moveMail(post, claim(mail, 'pending', contact, moment)), letter, moment);
}

/** Waits, holds or sends again a mail of which nobody knows whether it went out. */
async function resolve(
  post: MailingDependencies,
  context: MailContext,
  mail: Mail,
  moment: Moment,
): Promise<Attempted> {
  const { mailId, unknownSince = moment.now, reason = '' } = mail;
  if (moment.now < unknownSince + windowMilliseconds) return { mailId, status: 'unknown', because: reason };
  const silence = `SES has reported nothing since: ${reason}`;
  const toHold = { status: 'held', because: silence } as const;
  const obstacle = isToBeHeld(mail, context) ? toHold : obstacleTo(mail, context);
  if (obstacle !== undefined) return stop(post, mail, obstacle, moment);
  const { letter, contact } = await writeMail(post, context, mail, moment.now);
  if (!post.mailer.maySend(letter)) return stop(post, mail, outsideStage, moment);
  await post.pace();
  const claimed = await moveMailWithEvents(post, claim(mail, 'unknown', contact, moment), true, (licence) =>
    sentAgain(licence, moment.today, mail, inDoubt(silence)),
  );
  return dispatch(post, claimed, letter, moment);
}

function isToBeHeld(mail: Mail, { journal }: MailContext): boolean {
  const repeats = journal.filter((event) => event.type === 'MailSentAgain' && event.mailId === mail.mailId);
  return kindNamed(mail.kind).ifUnknown === 'hold' || repeats.length >= mostRepeats;
}

/** Says of a mail also that it may have gone out, however often it is looked at later. */
async function stop(
  post: MailingDependencies,
  mail: Mail,
  { status, because: obstacle }: Obstacle,
  { today }: Moment,
): Promise<Delivery> {
  const because = mayHaveGoneOut(mail) ? inDoubt(obstacle) : obstacle;
  if (status === 'skipped') await moveMail(post, skip(mail, because));
  else {
    await moveMailWithEvents(post, hold(mail, because), false, (licence) =>
      held(licence, today, mail, because),
    );
  }
  return { mailId: mail.mailId, status, because };
}

function inDoubt(because: string): string {
  return `it may have gone out, and ${because}`;
}

async function dispatch(
  post: MailingDependencies,
  claimed: Mail,
  letter: Letter,
  { now }: Moment,
): Promise<Attempted> {
  const { mailId, attempts: attempt } = claimed;
  const sent = await sendPatiently(post.mailer, claimed, letter);
  switch (sent.outcome) {
    case 'sent':
      post.count(claimed, 'sent');
      return { mailId, status: 'sent', attempt };
    case 'rejected':
      await moveMail(post, putBack(claimed, sent.reason));
      return { mailId, status: 'pending', because: sent.reason };
    case 'throttled':
    case 'trouble':
      await moveMail(post, putBack(claimed, sent.reason));
      throw new AccountTrouble(`SES takes no mail: ${sent.reason}`);
    case 'unknown':
      await moveMail(post, markUnknown(claimed, now, sent.reason));
      return { mailId, status: 'unknown', because: sent.reason };
  }
}

/** Sends again after a pause where SES says that it comes too fast: a rate is over within seconds. */
async function sendPatiently(mailer: Mailer, claimed: Mail, letter: Letter): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    const sent = await mailer.send(claimed, letter);
    if (sent.outcome !== 'throttled' || attempt === throttledAttempts) return sent;
    await pause(Math.random() * 1000 * 2 ** attempt);
  }
}

const throttledAttempts = 5;
