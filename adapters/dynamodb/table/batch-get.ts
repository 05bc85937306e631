import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { Documents } from './document-client.ts';
import { Throttled } from './faults.ts';
import { retryOn } from './retry.ts';

/** As many as DynamoDB takes in one request. */
const batchSize = 100;

type Key = Readonly<Record<string, unknown>>;

/** How items are read: only some of their attributes, or whatever was written last. */
export interface Reading {
  readonly ProjectionExpression?: string;
  readonly ConsistentRead?: boolean;
}

/**
 * The items of a table that have these keys, in no order, a hundred at a time; a key without an item gives none.
 * Throws `Throttled` where the table turns some of them away, however often it is asked.
 */
export async function* itemsAt(
  documents: Documents,
  table: string,
  keys: readonly Key[],
  reading: Reading = {},
): AsyncGenerator<readonly unknown[], void> {
  for await (const batch of batchesOf(keys)) yield await itemsOfBatch(documents, table, batch, reading);
}

/** Asks again for what the table turns away: to the SDK the request has succeeded. */
async function itemsOfBatch(
  documents: Documents,
  table: string,
  keys: readonly Key[],
  reading: Reading,
): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  let wanted = keys;
  await retryOn(Throttled, async () => {
    const { Responses, UnprocessedKeys } = await documents.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: [...wanted], ...reading } } }),
    );
    items.push(...(Responses?.[table] ?? []));
    wanted = UnprocessedKeys?.[table]?.Keys ?? [];
    if (wanted.length > 0) {
      throw new Throttled(`reading ${keys.length} items of ${table}: the table is throttled`);
    }
  });
  return items;
}

/** Puts together so many at a time; by default, as many as are read in one request. */
export async function* batchesOf<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  size = batchSize,
): AsyncGenerator<readonly Item[], void> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
