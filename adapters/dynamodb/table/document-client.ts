import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { orMetTransaction, orThrottled } from './faults.ts';
import { retryOnConflict } from './retry.ts';

/** DynamoDB for plain objects. */
export type Documents = DynamoDBDocumentClient;

/**
 * Region, endpoint and credentials come from the environment. One for each process is enough. Where DynamoDB turns a
 * request away even when the SDK has repeated it, it throws `Throttled`. A write that met a transaction on the same
 * item is repeated here, since the SDK does not; in the end it throws `ConcurrentChange`.
 */
export function documentClient(): Documents {
  const client = new DynamoDBClient();
  client.middlewareStack.add(
    (next) => (request) =>
      retryOnConflict(() =>
        next(request).catch((error: unknown) => {
          throw orMetTransaction(orThrottled(error, 'DynamoDB'));
        }),
      ),
    { step: 'initialize', name: 'namedFaults' },
  );
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
