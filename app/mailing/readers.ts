import type { CustomerStore } from '../../adapters/dynamodb/customers/customers.ts';
import type { Customer } from '../../domain/customer/customer.ts';

/** Who reads the mails of a licence. */
export interface Readers {
  readonly customer: Customer;
  readonly partner?: Customer | undefined;
}

/** A customer and its partner, or those that took their places. Throws where the table does not have them. */
export async function readersOf(customers: Pick<CustomerStore, 'get'>, customerId: string): Promise<Readers> {
  const customer = await customerOf(customers, customerId);
  if (customer.partnerId === undefined) return { customer };
  const partner = await customerOf(customers, customer.partnerId);
  return isSelf(customer, partner) ? { customer } : { customer, partner };
}

async function customerOf(customers: Pick<CustomerStore, 'get'>, customerId: string): Promise<Customer> {
  const customer = await customers.get(customerId);
  if (customer === undefined) throw new Error(`there is no customer ${customerId}`);
  return customer;
}

/** A partner that was merged with its customer is its partner no more. */
function isSelf(customer: Customer, partner: Customer): boolean {
  return customer.customerId === partner.customerId;
}
