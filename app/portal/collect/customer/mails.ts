import { accessTo } from '../../access.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { MailPreferencesView, MailsOfLicence } from '../../views/customer.ts';
import { brandingOfFirst } from '../branding.ts';
import { licencesOf } from '../licences/licences.ts';
import type { SeenLicence } from '../licences/seen-licence.ts';

/** So many licences are read for a page. */
const mostOfPage = 50;

/** What mails the reader's own customer gets, licence by licence. Those of a partner's customers are not the partner's to stop. */
export async function mailsView(
  portal: PortalDependencies,
  visit: Visit,
  { customerId, after }: { readonly customerId?: string | undefined; readonly after?: string | undefined },
): Promise<MailPreferencesView | undefined> {
  const accessible = await accessTo(portal, visit.reader, customerId ?? visit.reader.customerId);
  if (accessible === undefined || accessible.rights !== 'own') return undefined;
  const { customer } = accessible;
  const { seen, next } = await licencesOf(portal, visit, accessible, mostOfPage, after);
  return {
    customer: { customerId: customer.customerId, name: customer.name },
    licences: seen.map(mailsOf),
    copies: visit.reader.role === 'partner' ? { stoppedOn: customer.copiesStoppedOn } : undefined,
    next,
    branding: brandingOfFirst(seen),
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
