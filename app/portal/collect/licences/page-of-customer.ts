import type { Accessible } from '../../access.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { Branding } from '../../views/branding.ts';
import { brandingShared } from '../branding.ts';
import { type LicencesOfCustomer, licencesOf } from './licences.ts';

/** So many licences are read for a page. */
const licencesOfPage = 50;

/** What a page says that goes through a customer's licences, some at a time. */
interface PageOfCustomer {
  readonly customer: { readonly customerId: string; readonly name: string };
  /** The licence after which the next page begins; unset on the last. */
  readonly next?: string | undefined;
  /** The vendor of the licences of the page; unset where there are several. */
  readonly branding?: Branding | undefined;
}

/** Some licences of a customer, those after licence `after`, and what their page says whatever it shows of them. */
export async function pageOfCustomer(
  portal: PortalDependencies,
  visit: Visit,
  accessible: Accessible,
  after: string | undefined,
): Promise<{ readonly shown: PageOfCustomer; readonly licences: LicencesOfCustomer }> {
  const licences = await licencesOf(portal, visit, accessible, licencesOfPage, after);
  const { seen, next } = licences;
  const { customerId, name } = accessible.customer;
  const branding = brandingShared(seen.map(({ plan }) => plan));
  return { shown: { customer: { customerId, name }, next, branding }, licences };
}
