import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** DynamoDB for plain objects. */
export type Documents = DynamoDBDocumentClient;

/** Region, endpoint and credentials come from the environment. One for each process is enough. */
export function documentClient(): Documents {
  return DynamoDBDocumentClient.from(new DynamoDBClient(), {
    marshallOptions: { removeUndefinedValues: true },
  });
}
