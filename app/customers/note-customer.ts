import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import type { AnswerOf } from '../../contracts/operator/answers.ts';
import type { OperationOf } from '../../contracts/operator/operations.ts';
import type { Request } from '../operations/request.ts';
import type { CustomerDependencies } from './dependencies.ts';
import { earlierEntry, newEntry } from './new-entry.ts';
import { requireCustomer } from './require-customer.ts';

/** Adds a note to a customer's history. Throws `Refused` where there is no such customer. */
export async function noteCustomer(
  { mailing, history }: CustomerDependencies,
  request: Request,
  { customerId: named, note }: OperationOf<'note-customer'>,
): Promise<AnswerOf<'note-customer'>> {
  return retryOnConflict(async () => {
    const { customerId } = await requireCustomer(mailing.customers, named);
    const earlier = await earlierEntry(history, customerId, request);
    if (earlier !== undefined) return { customerId, entry: earlier };
    const added = newEntry(request, { type: 'noted', note });
    await history.add(customerId, added);
    return { customerId, entry: added.entry };
  });
}
