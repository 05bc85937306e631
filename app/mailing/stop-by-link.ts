import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { CustomerStore } from '../../adapters/dynamodb/customers/customers.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { StopLinkChecks } from '../../adapters/kms/stop-links.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import { contactsOf, isSameAddress } from '../../mail/message/recipients.ts';
import { planOf } from '../../plans/plan-of.ts';
import { requireLicence } from '../commands/change-licence.ts';
import { openLicences } from '../commands/open-licences.ts';
import { stopOrResume, stopOrResumeAllOf } from './stop-or-resume.ts';
import { isReadWithout } from './read-without.ts';
import { type Readers, readersOf } from './readers.ts';

/** What it takes to answer the link in a mail. */
export interface StoppingDependencies {
  readonly licences: LicenceStore;
  readonly index: CustomerIndex;
  readonly customers: CustomerStore;
  readonly links: StopLinkChecks;
}

export function openStopping(settings: Settings): StoppingDependencies {
  const documents = documentClient();
  return {
    licences: openLicences(documents, settings).causedBy({ by: 'mail-link' }),
    index: new CustomerIndex(documents, settings),
    customers: new CustomerStore(documents, settings),
    links: new StopLinkChecks(settings),
  };
}

/** What a reader chooses on the page of the link. */
export type MailChoice = {
  readonly verb: 'stop' | 'resume';
} & (
  | {
      /** `copies`: those that the customer's partner gets; `manager`: those of the account manager. */
      readonly scope: 'licence' | 'customer' | 'copies' | 'manager';
    }
  | { readonly scope: 'address'; readonly address: string }
);

/** Whether a reader gets mails. */
type Reading = 'sent' | 'stopped';

/** Whose mails a link is about, since when they are stopped, and who else reads them. */
export interface LinkedMails {
  readonly vendor: string;
  readonly product: string;
  readonly licenceId: string;
  readonly stoppedOn?: CivilDate | undefined;
  /** Its name. */
  readonly customer: string;
  /** Of the customer's addresses those that may leave the mails to others, or have done so. */
  readonly addresses: readonly { readonly address: string; readonly mails: Reading }[];
  /** Unset where the customer has none. */
  readonly partner?: { readonly name: string; readonly copies: Reading } | undefined;
  /** Whether the account manager gets copies; unset where the customer has none. */
  readonly manager?: Reading | undefined;
}

/**
 * What a link is about, after the choice, if one is made. Undefined if the link is not valid.
 * @param time the UTC instant of the request
 */
export async function answerStopLink(
  stopping: StoppingDependencies,
  token: string,
  time: string,
  choice?: MailChoice,
): Promise<LinkedMails | undefined> {
  const { licences, links } = stopping;
  const licenceId = await links.licenceOf(token, dayIn('UTC', time));
  if (licenceId === undefined) return undefined;
  const { licence } = requireLicence(licenceId, await licences.load(licenceId));
  const readers = await readersOf(stopping.customers, licence.facts.customerId);
  if (choice === undefined) return linkedMails(licence, readers);
  const on = dayIn(planOf(licence.facts.planId).timeZone, time);
  await applyChoice(stopping, licence, readers, choice, on);
  const after = requireLicence(licenceId, await licences.load(licenceId)).licence;
  return linkedMails(after, await readersOf(stopping.customers, after.facts.customerId));
}

function linkedMails({ facts, correspondence }: Licence, { customer, partner }: Readers): LinkedMails {
  const { licenceId, planId, product } = facts;
  const { accountManager, managerCopiesStoppedOn } = customer;
  return {
    vendor: planOf(planId).vendor.name,
    product,
    licenceId,
    stoppedOn: correspondence.stoppedOn,
    customer: customer.name,
    addresses: leavingAddresses(customer),
    partner: partner && { name: partner.name, copies: readingUnless(partner.copiesStoppedOn) },
    manager: accountManager === undefined ? undefined : readingUnless(managerCopiesStoppedOn),
  };
}

function readingUnless(stoppedOn: CivilDate | undefined): Reading {
  return stoppedOn === undefined ? 'sent' : 'stopped';
}

/** An address may leave only where others of its role read on (docs/rules.md §13.8). */
function leavingAddresses(customer: Customer): LinkedMails['addresses'] {
  const own = new Set(contactsOf(customer, undefined).map(({ address }) => address));
  return [...own].flatMap((address): LinkedMails['addresses'] => {
    const gone = customer.undeliverable?.find((each) => isSameAddress(each.address, address));
    if (gone !== undefined) return gone.complained === true ? [{ address, mails: 'stopped' }] : [];
    return isReadWithout(customer, [address]) ? [{ address, mails: 'sent' }] : [];
  });
}

async function applyChoice(
  { licences, index, customers }: StoppingDependencies,
  { facts }: Licence,
  { customer, partner }: Readers,
  choice: MailChoice,
  on: CivilDate,
): Promise<void> {
  const { verb, scope } = choice;
  if (scope === 'address') {
    await leaveOrReturn(customers, customer, choice, on);
    return;
  }
  if (scope === 'manager') {
    if (verb === 'stop') await customers.stopManagerCopies(customer.customerId, on);
    else await customers.resumeManagerCopies(customer.customerId);
    return;
  }
  if (scope === 'copies') {
    if (partner === undefined) return;
    if (verb === 'stop') await customers.stopCopies(partner.customerId, on);
    else await customers.resumeCopies(partner.customerId);
    return;
  }
  const command =
    verb === 'stop'
      ? ({ on, activity: 'stop-mails', by: 'unsubscribe', scope } as const)
      : ({ on, activity: 'resume-mails', scope } as const);
  if (scope === 'licence') await stopOrResume(licences, facts.licenceId, command);
  else await stopOrResumeAllOf({ licences, index }, facts.customerId, command);
}

/** Does nothing where the address cannot leave, or has not left: the page says how it stands. */
async function leaveOrReturn(
  customers: CustomerStore,
  customer: Customer,
  { verb, address }: Extract<MailChoice, { readonly scope: 'address' }>,
  on: CivilDate,
): Promise<void> {
  const mails = leavingAddresses(customer).find((each) => each.address === address)?.mails;
  if (verb === 'stop') {
    if (mails === 'sent') await customers.noteUndeliverable(customer.customerId, address, on, 'complained');
    return;
  }
  if (mails !== 'stopped') return;
  await customers.clearUndeliverable(
    customer.customerId,
    (noted) => noted.complained === true && isSameAddress(noted.address, address),
  );
}
