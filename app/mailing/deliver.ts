import type { CivilDate } from '../../domain/calendar.ts';
import { held, sentAgain } from '../../domain/correspondence/mails.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { AccountTrouble } from '../../contracts/workflow/errors.ts';
import type { Mail } from '../../adapters/dynamodb/mails/mail-item.ts';
import {
  claim,
  hold,
  markUnknown,
  putBack,
  markSent,
  skip,
} from '../../adapters/dynamodb/mails/mail-moves.ts';
import type { Letter, Mailer, Outcome } from '../../adapters/ses/mailer.ts';
import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import { requireLicence } from '../commands/change-licence.ts';
import { kindNamed } from '../../mail/kinds/index.ts';
import { recipientOf } from '../../mail/message/recipients.ts';
import { type MailStores, moveMail, moveMailWithEvents } from './move-mail.ts';
import type { MailStatus } from '../../contracts/delivery/mail.ts';
import { settleOutbox } from './settle-outbox.ts';
import type { Pace } from './pace.ts';
import { type MailContext, mailContextOf, type WritingDependencies, writeMail } from './write-mail.ts';

/** What it takes to deliver mail. */
export interface MailingDependencies extends MailStores, WritingDependencies {
  readonly mailer: Mailer;
  /** Keeps to the rate at which the account may send. */
  readonly pace: Pace;
}

/** How a mail stands after it was looked at, and why it is not sent. */
export interface Delivery {
  readonly mailId: string;
  readonly status: MailStatus;
  readonly because?: string | undefined;
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
 * kind says; the journal records both. A mail that no address takes is held; one that its reader has stopped, or whom
 * this stage may not mail, is skipped; one that another process is sending waits for the next run.
 * @throws where SES rejects a mail, which stays pending; `AccountTrouble` where the account may not send
 */
export async function deliverPending(
  post: MailingDependencies,
  licenceId: string,
  today: CivilDate,
  now: number,
): Promise<readonly Delivery[]> {
  const { outbox, version } = requireLicence(licenceId, await post.licences.load(licenceId));
  if (outbox.length === 0) return [];
  const deliveries: Delivery[] = [];
  for (const mailId of outbox) {
    deliveries.push(await retryOnConflict(() => deliver(post, licenceId, mailId, { today, now })));
  }
  await settleOutbox(post, licenceId, version, deliveries, today);
  const rejected = deliveries.filter(({ status }) => status === 'pending');
  if (rejected.length === 0) return deliveries;
  const problems = rejected.map(({ mailId, because }) => `mail ${mailId} was rejected: ${because ?? ''}`);
  throw new Error(problems.join('; '));
}

async function deliver(
  post: MailingDependencies,
  licenceId: string,
  mailId: string,
  moment: Moment,
): Promise<Delivery> {
  const mail = await post.mails.mail(licenceId, mailId);
  const { status, leaseUntil = 0, reason } = mail;
  switch (status) {
    case 'pending':
      return send(post, mail, moment);
    case 'sending': {
      if (moment.now < leaseUntil) {
        return { mailId, status, because: 'another process is sending it, or was cut off while it did' };
      }
      const cutOff = 'its sender was cut off before it knew';
      return resolve(post, await moveMail(post, markUnknown(mail, leaseUntil, cutOff)), moment);
    }
    case 'unknown':
      return resolve(post, mail, moment);
    case 'sent':
      return { mailId, status };
    case 'held':
    case 'skipped':
      return { mailId, status, because: reason };
  }
}

/** Claims the mail only when it is written, so that a mail that cannot be written stays as it is. */
async function send(post: MailingDependencies, mail: Mail, moment: Moment): Promise<Delivery> {
  const background = await mailContextOf(post, mail.licenceId, moment.today);
  const hindrance = obstacleTo(mail, background);
  if (hindrance !== undefined) return stop(post, mail, hindrance, moment);
  const { letter, contact } = await writeMail(post, background, mail);
  if (!post.mailer.maySend(letter)) return stop(post, mail, outsideStage, moment);
  await post.pace();
  return dispatch(post, await moveMail(post, claim(mail, 'pending', contact, moment.now)), letter, moment);
}

/** What becomes of a mail of which nobody knows whether it went out. */
async function resolve(post: MailingDependencies, mail: Mail, moment: Moment): Promise<Delivery> {
  const { mailId, unknownSince = moment.now, reason = '' } = mail;
  if (moment.now < unknownSince + windowMilliseconds) return { mailId, status: 'unknown', because: reason };
  const background = await mailContextOf(post, mail.licenceId, moment.today);
  const because = `it may have gone out, and SES has told nothing since: ${reason}`;
  const held = { status: 'held', because } as const;
  const hindrance = isToBeHeld(mail, background) ? held : obstacleTo(mail, background);
  if (hindrance !== undefined) return stop(post, mail, hindrance, moment);
  const { letter, contact } = await writeMail(post, background, mail);
  if (!post.mailer.maySend(letter)) return stop(post, mail, outsideStage, moment);
  await post.pace();
  const claimed = await moveMailWithEvents(
    post,
    claim(mail, 'unknown', contact, moment.now),
    true,
    (licence) => sentAgain(licence, moment.today, mail, because),
  );
  return dispatch(post, claimed, letter, moment);
}

function isToBeHeld(mail: Mail, background: MailContext): boolean {
  const isRepeat = (type: string, mailId: string) => type === 'MailSentAgain' && mailId === mail.mailId;
  const repeats = background.journal.filter((each) => 'mailId' in each && isRepeat(each.type, each.mailId));
  return kindNamed(mail.kind).ifUnknown === 'hold' || repeats.length >= mostRepeats;
}

/** Why a mail is not to be sent. */
interface Obstacle {
  readonly status: 'held' | 'skipped';
  readonly because: string;
}

/** A mail is written even so, that nothing of it is first tried out on customers. */
const outsideStage: Obstacle = {
  status: 'skipped',
  because:
    'this stage mails only those of mailsOnlyTo in perennial.config.ts, and not every reader is among them',
};

function obstacleTo(mail: Mail, background: MailContext): Obstacle | undefined {
  const { licence, customer, partner, journal } = background;
  const { stoppedOn } = licence.correspondence;
  const kind = kindNamed(mail.kind);
  const event = journal[mail.version - 1];
  if (stoppedOn !== undefined && event !== undefined && kind.canBeStopped(event)) {
    return { status: 'skipped', because: `reminders, offers and news were stopped on ${stoppedOn}` };
  }
  if (recipientOf(kind, customer, partner) !== undefined) return undefined;
  return { status: 'held', because: `no address of customer ${customer.customerId} takes mail` };
}

async function stop(
  post: MailingDependencies,
  mail: Mail,
  { status, because }: Obstacle,
  { today }: Moment,
): Promise<Delivery> {
  if (status === 'skipped') await moveMail(post, skip(mail, because));
  else {
    await moveMailWithEvents(post, hold(mail, because), false, (licence) =>
      held(licence, today, mail, because),
    );
  }
  return { mailId: mail.mailId, status, because };
}

async function dispatch(
  post: MailingDependencies,
  claimed: Mail,
  letter: Letter,
  { today, now }: Moment,
): Promise<Delivery> {
  const { mailId } = claimed;
  const sent = await sendPatiently(post.mailer, claimed, letter);
  switch (sent.outcome) {
    case 'sent':
      await moveMail(post, markSent(claimed, sent.messageId, today));
      return { mailId, status: 'sent' };
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
