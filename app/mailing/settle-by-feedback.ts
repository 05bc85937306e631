import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import { held, sentAgain } from '../../domain/correspondence/mails.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import type { CustomerStore } from '../../adapters/dynamodb/customers/customers.ts';
import type { UndeliveredMails } from '../../adapters/dynamodb/runs/undelivered-mails.ts';
import { ConcurrentChange } from '../../adapters/dynamodb/table/faults.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import { attemptedMail, licenceIdIn, type Mail } from '../../adapters/dynamodb/mails/mail-item.ts';
import { markAccepted, retryAfterBounce, holdAfterBounce } from '../../adapters/dynamodb/mails/mail-moves.ts';
import { kindNamed } from '../../mail/kinds/index.ts';
import { contactsOf, isSameAddress, recipientOf } from '../../mail/message/recipients.ts';
import { stopOrResumeAllOf } from './stop-or-resume.ts';
import { type MailStores, moveMail, moveMailWithEvents } from './move-mail.ts';
import { planById } from '../../plans/index.ts';
import { planOf } from '../../plans/plan-of.ts';
import { isReadWithout } from './read-without.ts';
import { readersOf } from './readers.ts';

/** What processing SES feedback needs. */
export interface FeedbackDependencies extends MailStores {
  readonly customers: CustomerStore;
  readonly index: CustomerIndex;
  readonly undelivered: UndeliveredMails;
}

/** A report of SES about a mail; whatever it says, SES has accepted the mail. */
export interface Feedback {
  /** As the mail's tags say; another sender's mails may have other tags. */
  readonly mailId: string;
  readonly attempt: number;
  /** As SES knows the mail. */
  readonly messageId: string;
  /** UTC instant. */
  readonly at: string;
  /** All recipients of the mail. */
  readonly destinations: readonly string[];
  readonly fact: Fact;
}

export type Fact =
  | { readonly is: 'accepted' | 'delivered' }
  | { readonly is: 'complained'; readonly addresses: readonly string[] }
  /** `forGood`: the addresses take no mail at all. */
  | { readonly is: 'bounced'; readonly forGood: boolean; readonly addresses: readonly string[] };

/**
 * Settles a mail by what SES reports of it: it counts as sent. One that was sent back for good goes
 * to its next contact, or is held where it has none; after a complaint reminders, offers and news stop for all licences
 * of the customer, or the copies of the partner who complained. A bill or notice that SES gave up to deliver is noted for
 * the digest. In any order, late and twice; a mail that is not ours is left alone. Throws `ConcurrentChange` while the
 * mail is being sent once more: then the report has to be delivered again.
 */
export async function settleByFeedback(
  dependencies: FeedbackDependencies,
  feedback: Feedback,
): Promise<void> {
  const { mailId, attempt, at, fact } = feedback;
  const licenceId = licenceIdIn(mailId);
  if (licenceId === undefined) return;
  const stored = await dependencies.licences.load(licenceId);
  if (stored === undefined) return;
  const mail = await dependencies.mails.findAttempted(licenceId, stored.outbox, mailId);
  if (mail === undefined) return;
  if (mail.status === 'sending' && attempt < mail.attempts) {
    throw new ConcurrentChange(`mail ${mailId} is being sent once more`);
  }
  const on = dayIn(planOf(stored.licence.facts.planId).timeZone, at);
  const customerId = await customerOf(dependencies, stored, mail);
  if (attempt > (mail.bouncedAttempt ?? 0)) {
    const isForGood = fact.is === 'bounced' && fact.forGood;
    const isReturned =
      isForGood && (await noteReturn(dependencies, customerId, mail, feedback, fact.addresses, on));
    if (isReturned) await sendElsewhere(dependencies, customerId, mail, on);
    // Of an attempt that was followed by another, only the feedback of the other shows that the mail has arrived.
    else if (!isForGood || attempt === mail.attempts) await accept(dependencies, mail, feedback, on);
    if (fact.is === 'bounced' && !fact.forGood && kindNamed(mail.kind).isNotice) {
      const { mailId, kind } = mail;
      await dependencies.undelivered.note({ on, licenceId, customerId, mailId, kind });
    }
  }
  if (fact.is === 'complained') await stopAfterComplaint(dependencies, customerId, fact.addresses, on);
}

/**
 * Notes by one write, without reading anything, that SES has taken or delivered the last attempt at a mail: nearly all
 * reports say that. Gives whether it did; otherwise `settleByFeedback` has to look at the mail.
 */
export async function acceptUnread(
  { mails, count }: MailStores,
  { mailId, attempt, at, messageId, fact }: Feedback,
  planId: string,
): Promise<boolean> {
  const mail = attemptedMail(mailId, attempt);
  const plan = planById(planId);
  if (mail === undefined || plan === undefined || (fact.is !== 'accepted' && fact.is !== 'delivered'))
    return false;
  const on = dayIn(plan.timeZone, at);
  const before = await mails.moveUnread(markAccepted(mail, messageId, on, reportOf(fact, on)));
  if (before === undefined) return false;
  // One that is being sent is counted by its sender.
  if (before !== 'sending' && before !== 'sent') count(mail, 'sent');
  if (fact.is === 'delivered') count(mail, 'delivered');
  return true;
}

/** Whose mail it is: the licence's customer's, or after a transfer that of the customer before. */
async function customerOf(
  { licences }: FeedbackDependencies,
  { licence: { facts } }: Stored,
  { kind, version }: Mail,
): Promise<string> {
  if (kindNamed(kind).toFormerCustomer !== true) return facts.customerId;
  const event = await licences.event(facts.licenceId, version);
  return event?.type === 'LicenceTransferred' ? event.from : facts.customerId;
}

/**
 * A complaint concerns who made it: a partner's stops its copies, that of one of several readers of a role what goes to that
 * reader, anybody else's the customer's mails.
 */
async function stopAfterComplaint(
  dependencies: FeedbackDependencies,
  customerId: string,
  addresses: readonly string[],
  on: CivilDate,
): Promise<void> {
  const { customer, partner } = await readersOf(dependencies.customers, customerId);
  const isOf = (reader: Customer, address: string) =>
    contactsOf(reader, undefined).some((contact) => isSameAddress(contact.address, address));
  const isPartners = (address: string) =>
    partner !== undefined && isOf(partner, address) && !isOf(customer, address);
  const isManagers = (address: string) => isManagerOf(customer, address) && !isOf(customer, address);
  if (partner !== undefined && addresses.some(isPartners))
    await dependencies.customers.stopCopies(partner.customerId, on);
  if (addresses.some(isManagers)) await dependencies.customers.stopManagerCopies(customerId, on);
  const isCopied = (address: string) => isPartners(address) || isManagers(address);
  if (addresses.length > 0 && addresses.every(isCopied)) return;
  const own = addresses.filter((address) => !isCopied(address));
  if (own.length > 0 && isReadWithout(customer, own)) {
    for (const address of own)
      await dependencies.customers.noteUndeliverable(customer.customerId, address, on, 'complained');
    return;
  }
  const stop = { on, activity: 'stop-mails', by: 'complaint', scope: 'customer' } as const;
  await stopOrResumeAllOf(dependencies, customerId, stop);
}

function isManagerOf({ accountManager }: Customer, address: string): boolean {
  return accountManager !== undefined && isSameAddress(accountManager, address);
}

/** The outbox keeps the mail until its sender, or the next run, takes it out: no write of the licence is needed. */
async function accept(
  dependencies: FeedbackDependencies,
  mail: Mail,
  { messageId, fact }: Feedback,
  on: CivilDate,
): Promise<void> {
  await moveMail(dependencies, markAccepted(mail, messageId, on, reportOf(fact, on)));
  if (fact.is !== 'accepted') dependencies.count(mail, fact.is);
}

function reportOf(fact: Fact, on: CivilDate): Pick<Mail, 'deliveredOn' | 'bouncedOn' | 'complainedOn'> {
  switch (fact.is) {
    case 'accepted':
      return {};
    case 'delivered':
      return { deliveredOn: on };
    case 'bounced':
      return { bouncedOn: on };
    case 'complained':
      return { complainedOn: on };
  }
}

/**
 * Notes the addresses that sent a mail back, and gives whether the mail itself is back: not where only a copy is. A
 * server that forwards names an address of its own, which stands for the one that the mail went to.
 */
async function noteReturn(
  { customers }: FeedbackDependencies,
  customerId: string,
  mail: Mail,
  { attempt, destinations }: Feedback,
  addresses: readonly string[],
  on: CivilDate,
): Promise<boolean> {
  const { customer, partner } = await readersOf(customers, customerId);
  const contacts = contactsOf(customer, partner);
  const note = async (address: string) => {
    const owners = [customer, partner].filter((each): each is Customer => each !== undefined);
    for (const owner of owners) {
      const isOwn = contactsOf(owner, undefined).some((contact) => isSameAddress(contact.address, address));
      if (isOwn) await customers.noteUndeliverable(owner.customerId, address, on);
    }
  };
  const isLast = attempt === mail.attempts;
  const addressee = contacts.find(({ contact }) => contact === mail.contact)?.address;
  let isReturned = false;
  for (const address of addresses) {
    const isKnown = contacts.some((contact) => isSameAddress(contact.address, address));
    const isAddressee = addressee !== undefined && isSameAddress(address, addressee);
    if (isKnown) await note(address);
    else if (isManagerOf(customer, address)) {
      await customers.noteUndeliverable(customer.customerId, address, on);
      continue;
    } else if (addressee !== undefined && isLast && destinations.some((to) => isSameAddress(to, addressee))) {
      await note(addressee);
    }
    isReturned ||= isLast && (isAddressee || !isKnown);
  }
  return isReturned;
}

async function sendElsewhere(
  dependencies: FeedbackDependencies,
  customerId: string,
  mail: Mail,
  on: CivilDate,
): Promise<void> {
  // It was sent back already, and waits for its next contact.
  if (mail.status === 'pending' || mail.status === 'skipped') return;
  const { customer, partner } = await readersOf(dependencies.customers, customerId);
  const back = `the address of its ${mail.contact ?? 'technical'} contact sent it back for good`;
  if (recipientOf(kindNamed(mail.kind), customer, partner) !== undefined) {
    await moveMailWithEvents(dependencies, retryAfterBounce(mail, on), true, (licence) =>
      sentAgain(licence, on, mail, back),
    );
  } else {
    const because = `${back}, and there is no other`;
    await moveMailWithEvents(dependencies, holdAfterBounce(mail, on, because), false, (licence) =>
      held(licence, on, mail, because),
    );
  }
  dependencies.count(mail, 'bounced');
}
