import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import { NotValid } from '../../adapters/dynamodb/table/parse.ts';
import { mergedAway, wasErased } from '../../contracts/operator/no-customer.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { changesBetween } from '../../domain/customer/edit.ts';
import { Refused } from '../commands/refused.ts';
import type { Request } from '../operations/request.ts';
import type { CustomerDependencies } from './dependencies.ts';
import { earlierEntry, newEntry } from './new-entry.ts';

/**
 * Writes a customer of a book: a new one, or what the book says differently, with the old and the new values in its
 * history. A request that came before changes nothing. Throws `Refused` for one that was merged into another or erased.
 */
export async function importCustomer(
  { mailing, history }: Pick<CustomerDependencies, 'mailing' | 'history'>,
  request: Request,
  customer: Customer,
): Promise<void> {
  const { customerId } = customer;
  await retryOnConflict(async () => {
    const stored = await readable(mailing, customerId);
    if (stored?.mergedInto !== undefined) throw new Refused(mergedAway(customerId, stored.mergedInto));
    if (stored?.erasedOn !== undefined) throw new Refused(wasErased(stored));
    if (stored === undefined) {
      await mailing.customers.put(customer);
      return;
    }
    const changes = [...changesBetween(stored, customer)];
    if (changes.length === 0 || (await earlierEntry(history, customerId, request)) !== undefined) return;
    await history.change(stored, customer, newEntry(request, { type: 'edited', isImport: true, changes }));
  });
}

/** What the table has of a customer; undefined for what cannot be read, which the book repairs. */
async function readable(
  { customers }: CustomerDependencies['mailing'],
  customerId: string,
): Promise<Customer | undefined> {
  try {
    return await customers.find(customerId);
  } catch (error) {
    if (error instanceof NotValid) return undefined;
    throw error;
  }
}
