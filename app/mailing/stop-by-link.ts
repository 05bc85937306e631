import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { CustomerStore } from '../../adapters/dynamodb/customers/customers.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { StopLinkChecks } from '../../adapters/kms/stop-links.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import { planOf } from '../../plans/plan-of.ts';
import { applyActivity, applyToAllOf } from '../commands/apply-command.ts';
import { requireLicence } from '../commands/change-licence.ts';
import { openLicences } from '../commands/open-licences.ts';

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
export interface MailChoice {
  readonly verb: 'stop' | 'resume';
  /** `copies`: those that the customer's partner gets. */
  readonly scope: 'licence' | 'customer' | 'copies';
}

/** Whose mails a link is about, and since when they are stopped. */
export interface LinkedMails {
  readonly vendor: string;
  readonly product: string;
  readonly licenceId: string;
  readonly stoppedOn?: CivilDate | undefined;
  /** Whether the customer's partner gets copies; unset where it has none. */
  readonly copies?: 'sent' | 'stopped' | undefined;
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
  const partner = await partnerOf(stopping, licence);
  if (choice === undefined) return linkedMails(licence, partner);
  const on = dayIn(planOf(licence.facts.planId).timeZone, time);
  await applyChoice(stopping, licence, partner, choice, on);
  const after = requireLicence(licenceId, await licences.load(licenceId)).licence;
  return linkedMails(after, await partnerOf(stopping, after));
}

function linkedMails({ facts, correspondence }: Licence, partner: Customer | undefined): LinkedMails {
  const { licenceId, planId, product } = facts;
  return {
    vendor: planOf(planId).vendor.name,
    product,
    licenceId,
    stoppedOn: correspondence.stoppedOn,
    copies: partner && (partner.copiesStoppedOn === undefined ? 'sent' : 'stopped'),
  };
}

async function partnerOf(
  { customers }: StoppingDependencies,
  { facts }: Licence,
): Promise<Customer | undefined> {
  const customer = await customers.get(facts.customerId);
  if (customer?.partnerId === undefined) return undefined;
  const partner = await customers.get(customer.partnerId);
  return partner?.customerId === customer.customerId ? undefined : partner;
}

async function applyChoice(
  { licences, index, customers }: StoppingDependencies,
  { facts }: Licence,
  partner: Customer | undefined,
  { verb, scope }: MailChoice,
  on: CivilDate,
): Promise<void> {
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
  if (scope === 'licence') await applyActivity(licences, facts.licenceId, command, on);
  else await applyToAllOf({ licences, index }, facts.customerId, command, on);
}
