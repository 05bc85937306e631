import { accessTo, isPartner } from '../../access.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { MailPreferencesView, MailsOfLicence } from '../../views/customer.ts';
import { pageOfCustomer } from '../licences/page-of-customer.ts';
import type { SeenLicence } from '../licences/seen-licence.ts';

/** What mails the reader's own customer gets, licence by licence. Those of a partner's customers are not the partner's to stop. */
export async function mailsView(
  portal: PortalDependencies,
  visit: Visit,
  { customerId, after }: { readonly customerId?: string | undefined; readonly after?: string | undefined },
): Promise<MailPreferencesView | undefined> {
  const accessible = await accessTo(portal, visit.reader, customerId ?? visit.reader.customerId);
  if (accessible === undefined || accessible.rights !== 'own') return undefined;
  const { shown, licences } = await pageOfCustomer(portal, visit, accessible, after);
  const { copiesStoppedOn: stoppedOn } = accessible.customer;
  return {
    ...shown,
    licences: licences.seen.map(mailsOf),
    copies: (await isPartner(portal, visit.reader, accessible.customer)) ? { stoppedOn } : undefined,
  };
}

function mailsOf({ plan, licence }: SeenLicence): MailsOfLicence {
  const { facts, correspondence, announcements } = licence;
  return {
    licenceId: facts.licenceId,
    product: facts.product,
    stoppedOn: correspondence.stoppedOn,
    announcements: plan.updates === null ? undefined : { leftOn: announcements.leftOn },
  };
}
