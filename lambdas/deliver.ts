import { addDays, type CivilDate } from '../domain/calendar.ts';
import { held, sentAgain } from '../domain/correspondence/mails.ts';
import type { Event } from '../domain/events.ts';
import type { CustomerStore } from './adapters/customers.ts';
import { ConcurrentChange, Throttled } from './adapters/faults.ts';
import type { Mail, MailStatus } from './adapters/mail-item.ts';
import { claiming, holding, losing, releasing, sending } from './adapters/mail-moves.ts';
import type { Letter, Mailer } from './adapters/mailer.ts';
import type { UpdatePasswords } from './adapters/update-passwords.ts';
import { known, repeated } from './change.ts';
import { type ComposedMail, composeMail } from './mail/compose.ts';
import { mailKindOf, whenUnknown } from './mail/kinds.ts';
import type { MailSubject } from './mail/subject.ts';
import { type MailRoom, moveMail, moveMailAndTell } from './move-mail.ts';
import { planOf } from './plan-of.ts';

/** What it takes to deliver mail. */
export interface PostOffice extends MailRoom {
  readonly customers: CustomerStore;
  readonly mailer: Mailer;
  readonly passwords: UpdatePasswords;
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

type Background = Omit<MailSubject, 'mailId' | 'version' | 'updatePassword'>;

/** How long SES's feedback is waited for: longer than it takes to come, shorter than from one run to the next. */
const windowMilliseconds = 3_600_000;
const mostRepeats = 2;

/**
 * Looks at every mail in a licence's outbox and sends those that wait. A send that is cut off before its answer leaves
 * the mail `unknown`, and in the outbox: SES's feedback settles it, or after an hour it is sent again or held, as its
 * kind says; the journal tells of both. Throws where a mail was rejected (it stays pending); `ConcurrentChange` where
 * another is sending it now; `Throttled` where SES takes no more for the moment.
 */
export async function deliverPending(
  post: PostOffice,
  licenceId: string,
  today: CivilDate,
  now: number,
): Promise<readonly Delivery[]> {
  const { outbox } = known(licenceId, await post.licences.load(licenceId));
  if (outbox.length === 0) return [];
  const deliveries: Delivery[] = [];
  for (const mailId of outbox) {
    deliveries.push(await repeated(() => deliver(post, licenceId, mailId, { today, now })));
  }
  await settle(post, licenceId, deliveries, today);
  const rejected = deliveries.filter(({ status }) => status === 'pending');
  if (rejected.length === 0) return deliveries;
  const problems = rejected.map(({ mailId, because }) => `mail ${mailId} was rejected: ${because ?? ''}`);
  throw new Error(problems.join('; '));
}

async function deliver(
  post: PostOffice,
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
        throw new ConcurrentChange(`mail ${mailId} is being sent by another process`);
      }
      const cutOff = 'its sender was cut off before it knew';
      return resolve(post, await moveMail(post, losing(mail, leaseUntil, cutOff)), moment);
    }
    case 'unknown':
      return resolve(post, mail, moment);
    case 'sent':
      return { mailId, status };
    case 'held':
      return { mailId, status, because: reason };
  }
}

/** Claims the mail only when it is written, so that a mail that cannot be written stays as it is. */
async function send(post: PostOffice, mail: Mail, moment: Moment): Promise<Delivery> {
  const letter = await written(post, await backgroundOf(post, mail.licenceId, moment.today), mail);
  return dispatch(post, await moveMail(post, claiming(mail, 'pending', moment.now)), letter, moment);
}

/** What becomes of a mail of which nobody knows whether it went out. */
async function resolve(post: PostOffice, mail: Mail, moment: Moment): Promise<Delivery> {
  const { mailId, unknownSince = moment.now, reason = '' } = mail;
  if (moment.now < unknownSince + windowMilliseconds) return { mailId, status: 'unknown', because: reason };
  const background = await backgroundOf(post, mail.licenceId, moment.today);
  const because = `it may have gone out, and SES has told nothing since: ${reason}`;
  if (isToBeHeld(mail, background)) {
    await moveMailAndTell(post, holding(mail, because), false, (licence) =>
      held(licence, moment.today, mail, because),
    );
    return { mailId, status: 'held', because };
  }
  const letter = await written(post, background, mail);
  const claimed = await moveMailAndTell(post, claiming(mail, 'unknown', moment.now), true, (licence) =>
    sentAgain(licence, moment.today, mail, because),
  );
  return dispatch(post, claimed, letter, moment);
}

function isToBeHeld({ mailId, version }: Mail, { journal }: Background): boolean {
  const event = journal[version - 1];
  const kind = event && mailKindOf(event);
  const repeats = journal.filter((each) => each.type === 'MailSentAgain' && each.mailId === mailId).length;
  return kind === undefined || whenUnknown[kind] === 'hold' || repeats >= mostRepeats;
}

async function dispatch(
  post: PostOffice,
  claimed: Mail,
  letter: Letter,
  { today, now }: Moment,
): Promise<Delivery> {
  const { mailId } = claimed;
  const sent = await post.mailer.send(claimed, letter);
  switch (sent.outcome) {
    case 'sent':
      await moveMail(post, sending(claimed, sent.messageId, today));
      return { mailId, status: 'sent' };
    case 'rejected':
      await moveMail(post, releasing(claimed, sent.reason));
      if (sent.throttled) throw new Throttled(`mail ${mailId}: ${sent.reason}`);
      return { mailId, status: 'pending', because: sent.reason };
    case 'unknown':
      await moveMail(post, losing(claimed, now, sent.reason));
      return { mailId, status: 'unknown', because: sent.reason };
  }
}

async function written(
  { passwords }: PostOffice,
  background: Background,
  { mailId, version }: Mail,
): Promise<Letter> {
  const updatePassword = await passwordGivenBy(passwords, background.journal[version - 1]);
  return letterOf(await composeMail({ ...background, mailId, version, updatePassword }));
}

/** The password that an event gives, derived only for the mail that tells it; undefined where it gives none. */
async function passwordGivenBy(
  passwords: UpdatePasswords,
  event: Event | undefined,
): Promise<string | undefined> {
  if (event?.type !== 'UpdatePasswordGiven') return undefined;
  return passwords.passwordOf(event.licenceId, event.product, event.version);
}

function letterOf({ from, to, cc, mime }: ComposedMail): Letter {
  const recipients = cc === undefined ? [to] : [to, cc];
  return { from: from.address, to: recipients.map(({ address }) => address), message: mime };
}

/** Where only mails are left that SES is to tell of, no run looks at them before the next day's. */
async function settle(
  { licences }: PostOffice,
  licenceId: string,
  deliveries: readonly Delivery[],
  today: CivilDate,
): Promise<void> {
  const idsOf = (wanted: readonly MailStatus[]) =>
    deliveries.filter(({ status }) => wanted.includes(status)).map(({ mailId }) => mailId);
  const done = idsOf(['sent', 'held']);
  const waiting = idsOf(['unknown']);
  await repeated(async () => {
    const stored = known(licenceId, await licences.load(licenceId));
    const isWaiting = stored.outbox.every((mailId) => done.includes(mailId) || waiting.includes(mailId));
    const mailsOn = isWaiting ? addDays(today, 1) : stored.mailsOn;
    await licences.settle(planOf(stored.licence.facts.planId), stored, done, mailsOn);
  });
}

async function backgroundOf(
  { licences, customers }: PostOffice,
  licenceId: string,
  today: CivilDate,
): Promise<Background> {
  const { licence } = known(licenceId, await licences.load(licenceId));
  const { planId, customerId } = licence.facts;
  const customer = await customerOf(customers, customerId);
  const partner =
    customer.partnerId === undefined ? undefined : await customerOf(customers, customer.partnerId);
  return { plan: planOf(planId), customer, partner, journal: await licences.events(licenceId), today };
}

async function customerOf(customers: CustomerStore, customerId: string) {
  const customer = await customers.get(customerId);
  if (customer === undefined) throw new Error(`there is no customer ${customerId}`);
  return customer;
}
