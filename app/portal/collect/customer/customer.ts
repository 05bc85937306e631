import { furtherRecipientsOf, recipientOf } from '../../../../mail/message/recipients.ts';
import type { Customer } from '../../../../domain/customer/customer.ts';
import { accessTo } from '../../access.ts';
import { detailsVersionOf } from '../../details-version.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { CustomerView } from '../../views/customer.ts';
import { planOf } from '../../../../plans/plan-of.ts';
import type { Branding } from '../../views/branding.ts';
import { brandingShared } from '../branding.ts';

/** What the reader's own customer has on file. */
export async function customerView(
  portal: PortalDependencies,
  visit: Visit,
): Promise<CustomerView | undefined> {
  const accessible = await accessTo(portal, visit.reader, visit.reader.customerId);
  if (accessible === undefined) return undefined;
  const { customer } = accessible;
  const { partnerId } = customer;
  const partner = partnerId === undefined ? undefined : await portal.mailing.customers.get(partnerId);
  return {
    customerId: customer.customerId,
    name: customer.name,
    kind: customer.kind,
    country: customer.country,
    email: customer.email,
    alsoEmail: customer.alsoEmail ?? [],
    billingEmail: customer.billingEmail,
    alsoBillingEmail: customer.alsoBillingEmail ?? [],
    address: customer.address ?? [],
    vatId: customer.vatId,
    locale: customer.locale,
    poNumber: customer.poNumber,
    buyerReference: customer.buyerReference,
    together: customer.together === true,
    poRequired: customer.poRequired === true,
    taxExemption: customer.taxExemption,
    discountPercent: customer.discountPercent ?? 0,
    eInvoice: customer.eInvoice,
    partner: partner && { customerId: partner.customerId, name: partner.name },
    undeliverable: (customer.undeliverable ?? []).map(({ address, on }) => ({ address, on })),
    mailedAt: { technical: mailedAt(customer, 'technical'), billing: mailedAt(customer, 'billing') },
    version: detailsVersionOf(customer),
    branding: await brandingFor(portal, customer.customerId),
  };
}

/** So many licences decide whose page it is. */
const licencesLookedAt = 25;

/** The vendor of a customer's first licences; undefined where there are several. */
async function brandingFor(
  { licencesOf, mailing }: PortalDependencies,
  customerId: string,
): Promise<Branding | undefined> {
  const { licenceIds } = await licencesOf.page(customerId, licencesLookedAt);
  const { values } = await mailing.licences.loadAll(licenceIds);
  // The index lags behind: one that was transferred just now is another's.
  const own = values.map(({ licence }) => licence.facts).filter((facts) => facts.customerId === customerId);
  return brandingShared(own.map(({ planId }) => planOf(planId)));
}

/** The customer's own addresses that read a mail to one of its contacts. */
function mailedAt(customer: Customer, to: 'technical' | 'billing'): readonly string[] {
  const kind = { to, copyToPartner: false };
  const recipient = recipientOf(kind, customer, undefined);
  const further = furtherRecipientsOf(kind, customer, undefined);
  return recipient === undefined ? [] : [recipient, ...further].map(({ address }) => address);
}
