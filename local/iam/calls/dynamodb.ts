import * as z from 'zod';
import { arn, type Account } from '../../shared/account.ts';
import type { Call } from '../policies/evaluate.ts';
import { unknownOperation } from './unknown.ts';

const named = z.looseObject({ TableName: z.string(), IndexName: z.string().optional() });
const byTable = z.looseObject({ RequestItems: z.record(z.string(), z.unknown()) });
const transaction = z.looseObject({
  TransactItems: z.array(z.record(z.string(), z.looseObject({ TableName: z.string() }))),
});

const ofOneTable = new Set([
  'CreateTable',
  'DeleteItem',
  'DescribeTable',
  'GetItem',
  'PutItem',
  'Query',
  'Scan',
  'UpdateItem',
  'UpdateTable',
]);

/** The actions of a transaction's members; each is the action of the same name, not one of transactions. */
const inTransactions: Readonly<Record<string, string>> = {
  ConditionCheck: 'ConditionCheckItem',
  Delete: 'DeleteItem',
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
};

/** Reading the stream of a table, as a pipe does. */
export function readStream(streamArn: string): Call[] {
  return ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((name) => ({
    action: `dynamodb:${name}`,
    resource: streamArn,
  }));
}

/** What a request to DynamoDB does. Throws for an operation that is not known here. */
export function dynamodbCalls(operation: string, request: unknown, account: Account): Call[] {
  const call = (action: string, table: string, index?: string): Call => {
    const tableArn = table.startsWith('arn:') ? table : arn(account, 'dynamodb', `table/${table}`);
    const resource = index === undefined ? tableArn : `${tableArn}/index/${index}`;
    return { action: `dynamodb:${action}`, resource };
  };
  if (ofOneTable.has(operation)) {
    const { TableName, IndexName } = named.parse(request);
    return [call(operation, TableName, IndexName)];
  }
  switch (operation) {
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return Object.keys(byTable.parse(request).RequestItems).map((table) => call(operation, table));
    case 'TransactGetItems':
    case 'TransactWriteItems':
      return transaction
        .parse(request)
        .TransactItems.flatMap((item) =>
          Object.entries(item).map(([member, { TableName }]) =>
            call(inTransactions[member] ?? unknownOperation('DynamoDB', member), TableName),
          ),
        );
    case 'ListTables':
      return [{ action: 'dynamodb:ListTables', resource: '*' }];
    default:
      return unknownOperation('DynamoDB', operation);
  }
}
