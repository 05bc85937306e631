import type { CustomerReader } from '../../adapters/dynamodb/customers/customer-reader.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { noCustomer, wasErased } from '../../contracts/operator/no-customer.ts';
import { Refused } from '../commands/refused.ts';

/**
 * The customer of an id, or the one that took its place. Throws `Refused` where there is none, or its data were erased.
 */
export async function requireCustomer(customers: CustomerReader, customerId: string): Promise<Customer> {
  const customer = await customers.get(customerId);
  if (customer === undefined) throw new Refused(noCustomer(customerId));
  if (customer.erasedOn !== undefined) throw new Refused(wasErased(customer));
  return customer;
}
