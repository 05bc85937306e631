import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import type { AnswerOf } from '../../contracts/operator/answers.ts';
import { mostErased } from '../../contracts/operator/customers.ts';
import { noCustomer } from '../../contracts/operator/no-customer.ts';
import type { OperationOf } from '../../contracts/operator/operations.ts';
import { dayIn } from '../../domain/calendar.ts';
import { whyNotErasable } from '../../domain/customer/erase.ts';
import { Refused } from '../commands/refused.ts';
import { instantOf, type Request } from '../operations/request.ts';
import type { CustomerDependencies } from './dependencies.ts';
import { eraseLicence } from './erase-licence.ts';
import { newEntry } from './new-entry.ts';

/**
 * Erases the personal data of a customer and of those that were merged into it: those of some licences, and with the last
 * of these what the customer itself has (docs/rules.md §17.7). Done again, it does the rest, and deletes what must no longer
 * be kept. A dry run says what is in the way, and what happens to each document.
 */
export async function eraseCustomer(
  dependencies: CustomerDependencies,
  request: Request,
  { customerId: named, after, dryRun }: OperationOf<'erase-customer'>,
): Promise<AnswerOf<'erase-customer'>> {
  const { mailing, licencesOf } = dependencies;
  const customer = await mailing.customers.get(named);
  if (customer === undefined) throw new Refused(noCustomer(named));
  const { customerId } = customer;
  const merged = await mergedInto(dependencies, customerId);
  const obstacles = after === undefined ? await obstaclesTo(dependencies, customerId) : [];
  const [first] = obstacles;
  if (dryRun !== true && first !== undefined)
    throw new Refused(`Nothing was erased. Licence ${first.licenceId}: ${first.reason}.`);
  const { licenceIds, next } = await licencesOf.page(customerId, mostErased, after);
  const documents: AnswerOf<'erase-customer'>['documents'] = [];
  for (const licenceId of licenceIds)
    documents.push(...(await eraseLicence(dependencies, request, licenceId, dryRun === true)));
  if (next === undefined && dryRun !== true)
    await eraseRecords(dependencies, request, [customerId, ...merged]);
  return { customerId, obstacles, documents, next };
}

/** The ids of the customers that were merged into one. Throws `Refused` where a merger is not complete. */
async function mergedInto(
  { history, licencesOf }: CustomerDependencies,
  customerId: string,
): Promise<readonly string[]> {
  const merged: string[] = [];
  for (const entry of await history.of(customerId)) {
    if (entry.type !== 'merged') continue;
    const { licenceIds } = await licencesOf.page(entry.from, 1);
    if (licenceIds.length > 0)
      throw new Refused(
        `Customer ${entry.from} still has licences: its merger is not complete. Give \`npx perennial customer merge\` again.`,
      );
    merged.push(entry.from);
  }
  return merged;
}

async function obstaclesTo(
  { mailing, licencesOf }: CustomerDependencies,
  customerId: string,
): Promise<AnswerOf<'erase-customer'>['obstacles']> {
  const licences = await mailing.licences.loadEach(await licencesOf.licences(customerId));
  return [...licences].flatMap(([licenceId, stored]) => {
    if (stored === undefined) return [];
    const reason =
      stored instanceof Error ? stored.message : whyNotErasable(stored.licence, stored.outbox.length);
    return reason === undefined ? [] : [{ licenceId, reason }];
  });
}

async function eraseRecords(
  { mailing, history }: CustomerDependencies,
  request: Request,
  customerIds: readonly string[],
): Promise<void> {
  const on = dayIn('UTC', instantOf(request));
  for (const customerId of customerIds) {
    await retryOnConflict(async () => {
      const customer = await mailing.customers.find(customerId);
      if (customer === undefined || customer.erasedOn !== undefined) return;
      await history.erase(customer, on, newEntry(request, { type: 'erased' }));
    });
    await history.forget(customerId);
  }
}
