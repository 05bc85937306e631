import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import type { AnswerOf } from '../../contracts/operator/answers.ts';
import { mergedAway, noCustomer, wasErased } from '../../contracts/operator/no-customer.ts';
import type { OperationOf } from '../../contracts/operator/operations.ts';
import { Refused } from '../commands/refused.ts';
import type { Request } from '../operations/request.ts';
import type { CustomerDependencies } from './dependencies.ts';
import { newEntry } from './new-entry.ts';
import { requireCustomer } from './require-customer.ts';

/**
 * Merges a customer into another one: it becomes a pointer, and its history moves (docs/rules.md §17.6). The pointer comes
 * first, so that whoever names the customer from then on gets the one that stays. Its licences follow by `followCustomer`.
 * Done again after an interruption, it does the rest. Throws `Refused` where one of them is missing, erased, or merged into
 * a third one.
 */
export async function mergeCustomers(
  { mailing, history }: CustomerDependencies,
  request: Request,
  { customerId, into, dryRun }: OperationOf<'merge-customers'>,
): Promise<AnswerOf<'merge-customers'>> {
  const { customers } = mailing;
  const target = await retryOnConflict(async () => {
    const stays = await requireCustomer(customers, into);
    const goes = await customers.find(customerId);
    if (goes === undefined) throw new Refused(noCustomer(customerId));
    if (goes.erasedOn !== undefined) throw new Refused(wasErased(goes));
    if (goes.mergedInto !== undefined) {
      const successor = await requireCustomer(customers, goes.mergedInto);
      if (successor.customerId === stays.customerId) return stays.customerId;
      throw new Refused(mergedAway(customerId, successor.customerId));
    }
    if (goes.customerId === stays.customerId)
      throw new Refused(`Customer ${into} is ${customerId}: name two different customers.`);
    if (dryRun !== true)
      await history.merge(goes, stays, newEntry(request, { type: 'merged', from: customerId }));
    return stays.customerId;
  });
  if (dryRun !== true) await history.move(customerId, target);
  return { customerId, into: target };
}
