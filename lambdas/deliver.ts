import type { CivilDate } from '../domain/calendar.ts';
import type { CustomerStore } from './adapters/customers.ts';
import { ConcurrentChange, Throttled } from './adapters/faults.ts';
import type { Stored } from './adapters/licence-item.ts';
import type { LicenceStore } from './adapters/licence-store.ts';
import type { Mail } from './adapters/mail-item.ts';
import type { MailStore } from './adapters/mail-store.ts';
import type { Letter, Mailer } from './adapters/mailer.ts';
import { known, repeated } from './change.ts';
import { type ComposedMail, composeMail } from './mail/compose.ts';
import type { MailSubject } from './mail/subject.ts';
import { planOf } from './plan-of.ts';

/** What it takes to deliver mail. */
export interface PostOffice {
  readonly licences: LicenceStore;
  readonly mails: MailStore;
  readonly customers: CustomerStore;
  readonly mailer: Mailer;
}

/** What became of a mail: whether it leaves the outbox, and what an operator must know of it. */
interface Delivery {
  readonly mailId: string;
  readonly settled: boolean;
  readonly problem?: string | undefined;
}

type Background = Omit<MailSubject, 'mailId' | 'version' | 'updatePassword'>;

/**
 * Sends the mails in a licence's outbox, each at most once, and gives the ids of those that are done with.
 * `now`, in milliseconds since 1970, is the sending process's time and not the business's: it dates the
 * lease by which a later sender knows that an earlier one is dead. Throws where a mail was rejected (it stays
 * pending) or may have gone out (it is not sent again); `ConcurrentChange` where another is sending it now,
 * `Throttled` where SES takes no more for the moment.
 */
export async function deliverPending(
  post: PostOffice,
  licenceId: string,
  today: CivilDate,
  now: number,
): Promise<readonly string[]> {
  const stored = known(licenceId, await post.licences.load(licenceId));
  if (stored.outbox.length === 0) return [];
  const background = await backgroundOf(post, stored, today);
  const deliveries: Delivery[] = [];
  for (const mailId of stored.outbox) {
    const mail = await post.mails.mail(licenceId, mailId);
    deliveries.push(await deliver(post, background, mail, now));
  }
  const settled = deliveries.filter((delivery) => delivery.settled).map((delivery) => delivery.mailId);
  await settle(post.licences, licenceId, settled);
  const problems = deliveries.flatMap(({ mailId, problem }) =>
    problem === undefined ? [] : [`mail ${mailId} ${problem}`],
  );
  if (problems.length > 0) throw new Error(problems.join('; '));
  return settled;
}

async function deliver(post: PostOffice, background: Background, mail: Mail, now: number): Promise<Delivery> {
  const { mailId, status, reason } = mail;
  switch (status) {
    case 'pending':
      return send(post, background, mail, now);
    case 'sending':
      return giveUp(post.mails, mail, now);
    case 'sent':
      return { mailId, settled: true };
    case 'unknown':
      return { mailId, settled: true, problem: reason };
  }
}

/** Claims the mail only when it is written, so that a mail that cannot be written stays pending. */
async function send(
  { mails, mailer }: PostOffice,
  background: Background,
  mail: Mail,
  now: number,
): Promise<Delivery> {
  const { mailId, version } = mail;
  const letter = letterOf(await composeMail({ ...background, mailId, version }));
  const claimed = await mails.claim(mail, now);
  const sent = await mailer.send(mailId, letter);
  switch (sent.outcome) {
    case 'sent':
      await mails.markSent(claimed, sent.messageId, background.today);
      return { mailId, settled: true };
    case 'rejected':
      await mails.release(claimed, sent.reason);
      if (sent.throttled) throw new Throttled(`mail ${mailId}: ${sent.reason}`);
      return { mailId, settled: false, problem: `was rejected: ${sent.reason}` };
    case 'unknown': {
      const problem = `may have gone out: ${sent.reason}`;
      await mails.markUnknown(claimed, problem);
      return { mailId, settled: true, problem };
    }
  }
}

function letterOf({ from, to, cc, mime }: ComposedMail): Letter {
  const recipients = cc === undefined ? [to] : [to, cc];
  return { from: from.address, to: recipients.map(({ address }) => address), message: mime };
}

async function giveUp(mails: MailStore, mail: Mail, now: number): Promise<Delivery> {
  const { mailId, leaseUntil } = mail;
  if (leaseUntil !== undefined && now < leaseUntil) {
    throw new ConcurrentChange(`mail ${mailId} is being sent by another process`);
  }
  const problem = 'may have gone out: its sender was cut off before it knew';
  await mails.markUnknown(mail, problem);
  return { mailId, settled: true, problem };
}

async function settle(licences: LicenceStore, licenceId: string, mailIds: readonly string[]): Promise<void> {
  await repeated(async () => {
    const stored = known(licenceId, await licences.load(licenceId));
    await licences.settle(planOf(stored.licence.facts.planId), stored, mailIds);
  });
}

async function backgroundOf(
  { licences, customers }: PostOffice,
  { licence }: Stored,
  today: CivilDate,
): Promise<Background> {
  const { licenceId, planId, customerId } = licence.facts;
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
