import type { PortalDependencies } from '../../dependencies.ts';
import { entitlements } from '../../../../domain/cover/entitlements.ts';
import type { Visit } from '../../reader.ts';
import type { BenefitView, LicenceView, Possible } from '../../views/licence.ts';
import { brandingOf } from '../branding.ts';
import { rowsOf } from '../documents/rows.ts';
import { historyOfSeen } from './history.ts';
import { refusalOf } from './refusal-of.ts';
import { seenLicence, type SeenLicence } from './seen-licence.ts';
import { summaryOf } from './summary.ts';

/** A licence with its history, what it entitles to and what is open. */
export async function licenceView(
  portal: PortalDependencies,
  visit: Visit,
  { licenceId }: { readonly licenceId: string },
): Promise<LicenceView | undefined> {
  const seen = await seenLicence(portal, visit, licenceId);
  if (seen === undefined) return undefined;
  const { plan, licence, customer, rights, today } = seen;
  const { modules, purchasedOn, installedOn, activatedOn } = licence.facts;
  return {
    ...summaryOf(seen),
    customer: { customerId: customer.customerId, name: customer.name },
    rights,
    branding: brandingOf(plan),
    modules: modules.map(({ sku }) => sku),
    purchasedOn,
    installedOn,
    activatedOn,
    softwareMayBeUsed: entitlements(plan, licence, today).software.mayBeUsed,
    benefits: benefitsOf(seen),
    documents: rowsOf([seen]),
    history: historyOfSeen(seen),
    can: possible(seen),
  };
}

/** What the plan's benefits give today. */
export function benefitsOf({ plan, licence, today }: SeenLicence): readonly BenefitView[] {
  return entitlements(plan, licence, today).benefits.flatMap(({ key, answer }) => {
    const benefit = plan.benefits.find((each) => each.key === key);
    if (benefit === undefined) return [];
    const rate = typeof answer === 'string' ? undefined : plan.rates[answer.charged];
    return [{ key, name: benefit.name, answer, rate: rate && { en: rate.en, de: rate.de } }];
  });
}

function possible(seen: SeenLicence): Possible {
  const { plan, licence } = seen;
  const may = (activity: 'cancel' | 'resume' | 'request-quote') =>
    refusalOf(seen, { activity }) === undefined;
  const { catalogue } = plan;
  const isOwn = seen.rights === 'own';
  return {
    cancelRenewal: isOwn && may('cancel'),
    resumeRenewal: isOwn && may('resume'),
    requestQuote: may('request-quote'),
    change: catalogue !== null && isOwn,
    support: plan.support !== null,
    updates: plan.updates?.products.includes(licence.facts.product) ?? false,
  };
}
