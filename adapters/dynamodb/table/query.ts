import { paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Documents } from './document-client.ts';
import { keys } from '../../../contracts/deployment/tables.ts';

/** The items of a licence's partition whose record begins with `prefix`, all pages, in order of the record. */
export function recordsUnder(
  documents: Documents,
  table: string,
  licenceId: string,
  prefix: string,
): Promise<readonly unknown[]> {
  return itemsUnder(documents, table, [keys.licenceId, licenceId], [keys.record, prefix]);
}

/** All items of a licence's partition, all pages, in order of the record. */
export function allRecords(
  documents: Documents,
  table: string,
  licenceId: string,
): Promise<readonly unknown[]> {
  return itemsOf(documents, table, {
    KeyConditionExpression: '#partition = :partition',
    ExpressionAttributeNames: { '#partition': keys.licenceId },
    ExpressionAttributeValues: { ':partition': licenceId },
  });
}

/** The items of a plan in table `Runs` whose run begins with `prefix`, all pages, in order of the run. */
export function runsUnder(
  documents: Documents,
  table: string,
  planId: string,
  prefix: string,
): Promise<readonly unknown[]> {
  return itemsUnder(documents, table, [keys.planId, planId], [keys.run, prefix]);
}

/** The items of a plan in table `Updates` whose update begins with `prefix`, all pages, in order of the update. */
export function updatesUnder(
  documents: Documents,
  table: string,
  planId: string,
  prefix: string,
): Promise<readonly unknown[]> {
  return itemsUnder(documents, table, [keys.planId, planId], [keys.update, prefix]);
}

/** The items of a customer in table `CustomerHistory` whose record begins with `prefix`, all pages, in its order. */
export function customerRecordsUnder(
  documents: Documents,
  table: string,
  customerId: string,
  prefix: string,
): Promise<readonly unknown[]> {
  return itemsUnder(documents, table, [keys.customerId, customerId], [keys.record, prefix]);
}

function itemsUnder(
  documents: Documents,
  table: string,
  [partitionKey, partition]: readonly [string, string],
  [sortKey, prefix]: readonly [string, string],
): Promise<readonly unknown[]> {
  return itemsOf(documents, table, {
    KeyConditionExpression: '#partition = :partition AND begins_with(#sort, :prefix)',
    ExpressionAttributeNames: { '#partition': partitionKey, '#sort': sortKey },
    ExpressionAttributeValues: { ':partition': partition, ':prefix': prefix },
  });
}

/** All items of a partition of a table, or of one of its indexes, page by page. */
export async function* itemsOfPartition(
  documents: Documents,
  table: string,
  [key, partition]: readonly [string, string],
  index?: string,
): AsyncGenerator<unknown, void> {
  const pages = paginateQuery(
    { client: documents },
    {
      TableName: table,
      IndexName: index,
      KeyConditionExpression: '#partition = :partition',
      ExpressionAttributeNames: { '#partition': key },
      ExpressionAttributeValues: { ':partition': partition },
      ConsistentRead: index === undefined,
    },
  );
  for await (const { Items = [] } of pages) yield* Items;
}

type Keys = Pick<
  QueryCommandInput,
  'KeyConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

async function itemsOf(documents: Documents, table: string, where: Keys): Promise<readonly unknown[]> {
  const pages = paginateQuery({ client: documents }, { TableName: table, ...where, ConsistentRead: true });
  const items: unknown[] = [];
  for await (const page of pages) items.push(...(page.Items ?? []));
  return items;
}
