import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import type { AnswerOf } from '../../contracts/operator/answers.ts';
import type { OperationOf } from '../../contracts/operator/operations.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { changesBetween, edited } from '../../domain/customer/edit.ts';
import { Refused } from '../commands/refused.ts';
import type { Request } from '../operations/request.ts';
import type { CustomerDependencies } from './dependencies.ts';
import { earlierEntry, newEntry } from './new-entry.ts';
import { requireCustomer } from './require-customer.ts';

/** Thrown where a customer is not as whoever edits it has seen it. */
export class ChangedSinceSeen extends Error {
  readonly customer: Customer;
  constructor(customer: Customer) {
    super(`customer ${customer.customerId} has changed since it was seen`);
    this.customer = customer;
  }
}

/**
 * Changes some fields of a customer and records the old and the new values (docs/rules.md §17.4). Its licences follow by
 * `followCustomer`. A dry run changes nothing. Throws `Refused` where there is no such customer, or no such partner, and
 * `ChangedSinceSeen` where `isAsSeen` says so of the customer that would be changed.
 */
export async function editCustomer(
  { mailing, history }: CustomerDependencies,
  request: Request,
  { customerId: named, edit, dryRun }: OperationOf<'edit-customer'>,
  isAsSeen: (before: Customer) => boolean = () => true,
): Promise<AnswerOf<'edit-customer'>> {
  return retryOnConflict(async () => {
    const before = await requireCustomer(mailing.customers, named);
    const { customerId } = before;
    const earlier = await earlierEntry(history, customerId, request);
    if (earlier?.type === 'edited') return { customerId, changes: earlier.changes };
    if (!isAsSeen(before)) throw new ChangedSinceSeen(before);
    const after = edited(before, edit);
    const changes = [...changesBetween(before, after)];
    if (changes.length === 0) return { customerId, changes };
    await requirePartner(mailing, after);
    if (dryRun !== true) await history.change(before, after, newEntry(request, { type: 'edited', changes }));
    return { customerId, changes };
  });
}

async function requirePartner(
  { customers }: CustomerDependencies['mailing'],
  { customerId, partnerId }: Customer,
): Promise<void> {
  if (partnerId === undefined) return;
  const partner = await requireCustomer(customers, partnerId);
  if (partner.customerId === customerId)
    throw new Refused(`partnerId ${partnerId}: a customer cannot be its own partner. Name another customer.`);
}
