import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { Documents } from './clients.ts';
import { Throttled } from './faults.ts';

/** As many as DynamoDB takes in one request. */
const batchSize = 100;

/** How items are read: only some of their attributes, or whatever was written last. */
export interface Reading {
  readonly ProjectionExpression?: string;
  readonly ConsistentRead?: boolean;
}

/**
 * The items of a table that have these keys, in no order, a hundred at a time; a key without an item gives none.
 * Throws `Throttled` where the table turns some of them away.
 */
export async function* itemsAt(
  documents: Documents,
  table: string,
  keys: readonly Record<string, unknown>[],
  reading: Reading = {},
): AsyncGenerator<readonly unknown[], void> {
  for (let from = 0; from < keys.length; from += batchSize) {
    const Keys = keys.slice(from, from + batchSize);
    const { Responses, UnprocessedKeys } = await documents.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys, ...reading } } }),
    );
    if (Object.keys(UnprocessedKeys ?? {}).length > 0) {
      throw new Throttled(`reading ${Keys.length} items of ${table}: the table is throttled`);
    }
    yield Responses?.[table] ?? [];
  }
}
