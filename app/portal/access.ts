import type { Customer } from '../../domain/customer/customer.ts';
import { isId } from '../../domain/text/id.ts';
import type { ActionName } from './actions/inputs.ts';
import type { PortalDependencies } from './dependencies.ts';
import type { Reader, Rights } from './reader.ts';

/** A customer that a reader may see something of. */
export interface Accessible {
  readonly customer: Customer;
  readonly rights: Rights;
}

/**
 * Whether a reader may see what is a customer's, and with which rights; undefined where it may not, and where there is no
 * such customer. Every view and every action asks this, and nothing else decides (docs/portal.md).
 */
export async function accessTo(
  { mailing: { customers } }: PortalDependencies,
  reader: Reader,
  customerId: string,
): Promise<Accessible | undefined> {
  const own = await customers.get(reader.customerId);
  if (own === undefined || own.erasedOn !== undefined || !isId(customerId)) return undefined;
  const customer = customerId === own.customerId ? own : await customers.get(customerId);
  if (customer === undefined || customer.erasedOn !== undefined) return undefined;
  if (customer.customerId === own.customerId) return { customer, rights: 'own' };
  if (reader.role !== 'partner' || customer.partnerId === undefined) return undefined;
  const partner = await customers.get(customer.partnerId);
  return partner?.customerId === own.customerId ? { customer, rights: 'as-partner' } : undefined;
}

/**
 * What a partner may do for its customer: what asks for nothing that the customer would have to pay. The copies that it gets
 * are its own.
 */
const ofPartners: ReadonlySet<ActionName> = new Set<ActionName>([
  'request-quote',
  'open-ticket',
  'close-ticket',
  'stop-copies',
  'resume-copies',
]);

/** Whether a reader gets copies of customers' mails: it is one who sells to others, or is named as partner by somebody. */
export async function isPartner(
  { customersOf }: Pick<PortalDependencies, 'customersOf'>,
  { role }: Reader,
  { customerId, kind }: Customer,
): Promise<boolean> {
  if (role !== 'partner') return false;
  return kind === 'reseller' || kind === 'msp' || (await customersOf.customers(customerId)).length > 0;
}

/** Whether rights are enough for an action. */
export function mayDo(rights: Rights, name: ActionName): boolean {
  return rights === 'own' || ofPartners.has(name);
}
