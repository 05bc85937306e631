import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { orThrottled } from './faults.ts';

/** DynamoDB for plain objects. */
export type Documents = DynamoDBDocumentClient;

/**
 * Region, endpoint and credentials come from the environment. One for each process is enough. Where DynamoDB turns a
 * request away even when the SDK has repeated it, it throws `Throttled`.
 */
export function documentClient(): Documents {
  const client = new DynamoDBClient();
  client.middlewareStack.add(
    (next) => async (request) => {
      try {
        return await next(request);
      } catch (error) {
        throw orThrottled(error, 'DynamoDB');
      }
    },
    { step: 'initialize', name: 'orThrottled' },
  );
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
