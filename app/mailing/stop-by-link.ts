import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { StopLinkChecks } from '../../adapters/kms/stop-links.ts';
import type { Settings } from '../../contracts/settings.ts';
import { planOf } from '../../plans/plan-of.ts';
import { applyActivity, applyToAllOf } from '../commands/apply-command.ts';
import { requireLicence } from '../commands/change-licence.ts';
import { openLicences } from '../commands/open-licences.ts';

/** What it takes to answer the link in a mail. */
export interface StoppingDependencies {
  readonly licences: LicenceStore;
  readonly index: CustomerIndex;
  readonly links: StopLinkChecks;
}

export function openStopping(settings: Settings): StoppingDependencies {
  const documents = documentClient();
  return {
    licences: openLicences(documents, settings).causedBy({ by: 'mail-link' }),
    index: new CustomerIndex(documents, settings),
    links: new StopLinkChecks(settings),
  };
}

/** What a reader chooses on the page of the link. */
export interface MailChoice {
  readonly verb: 'stop' | 'resume';
  readonly scope: 'licence' | 'customer';
}

/** Whose mails a link is about, and since when they are stopped. */
export interface LinkedMails {
  readonly vendor: string;
  readonly product: string;
  readonly licenceId: string;
  readonly stoppedOn?: CivilDate | undefined;
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
  if (choice === undefined) return linkedMails(licence);
  await applyChoice(stopping, licence, choice, dayIn(planOf(licence.facts.planId).timeZone, time));
  return linkedMails(requireLicence(licenceId, await licences.load(licenceId)).licence);
}

function linkedMails({ facts, correspondence }: Licence): LinkedMails {
  const { licenceId, planId, product } = facts;
  return { vendor: planOf(planId).vendor.name, product, licenceId, stoppedOn: correspondence.stoppedOn };
}

async function applyChoice(
  { licences, index }: StoppingDependencies,
  { facts }: Licence,
  { verb, scope }: MailChoice,
  on: CivilDate,
): Promise<void> {
  const command =
    verb === 'stop'
      ? ({ on, activity: 'stop-mails', by: 'unsubscribe', scope } as const)
      : ({ on, activity: 'resume-mails', scope } as const);
  if (scope === 'licence') await applyActivity(licences, facts.licenceId, command, on);
  else await applyToAllOf({ licences, index }, facts.customerId, command, on);
}
