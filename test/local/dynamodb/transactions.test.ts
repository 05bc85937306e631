import { rmSync } from 'node:fs';
import {
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type AttributeValue,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { accountAt } from '../../../local/shared/account.ts';
import { Database } from '../../../local/dynamodb/database.ts';
import { clientOf, sharedCloud, tempFolder } from '../../support/local/assembly.ts';

const TableName = 'Licences';

const cloud = sharedCloud({
  resources: {
    Licences: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        TableName,
        KeySchema: [
          { AttributeName: 'id', KeyType: 'HASH' },
          { AttributeName: 'record', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: [
          { AttributeName: 'id', AttributeType: 'S' },
          { AttributeName: 'record', AttributeType: 'S' },
          { AttributeName: 'due', AttributeType: 'S' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'due',
            KeySchema: [{ AttributeName: 'due', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
        Replicas: [{ Region: { Ref: 'AWS::Region' } }],
      },
    },
  },
});

let database: DynamoDBClient;
beforeAll(() => {
  database = new DynamoDBClient(clientOf(cloud()));
});

const keyOf = (id: string, record = 'LICENCE') => ({ id: { S: id }, record: { S: record } });

function put(id: string, version: number, condition?: string): TransactWriteItem {
  const Item = { ...keyOf(id), version: { N: String(version) } };
  return { Put: { TableName, Item, ...(condition && { ConditionExpression: condition }) } };
}

async function transact(TransactItems: TransactWriteItem[], ClientRequestToken?: string): Promise<void> {
  await database.send(
    new TransactWriteItemsCommand({ TransactItems, ...(ClientRequestToken && { ClientRequestToken }) }),
  );
}

async function read(id: string, record?: string): Promise<Record<string, AttributeValue> | undefined> {
  return (await database.send(new GetItemCommand({ TableName, Key: keyOf(id, record) }))).Item;
}

test('all actions of a transaction happen, in tables and indexes', async () => {
  await transact([put('all-1', 1), put('all-2', 1)]);
  await transact([
    { Put: { TableName, Item: { ...keyOf('all-3'), due: { S: 'today' } } } },
    {
      Update: {
        TableName,
        Key: keyOf('all-1'),
        UpdateExpression: 'SET version = version + :one, due = :due',
        ConditionExpression: 'version = :one',
        ExpressionAttributeValues: { ':one': { N: '1' }, ':due': { S: 'today' } },
      },
    },
    { Delete: { TableName, Key: keyOf('all-2') } },
    { ConditionCheck: { TableName, Key: keyOf('all-4'), ConditionExpression: 'attribute_not_exists(id)' } },
  ]);
  expect(await read('all-1')).toMatchObject({ version: { N: '2' } });
  expect(await read('all-2')).toBeUndefined();
  const { Items } = await database.send(
    new QueryCommand({
      TableName,
      IndexName: 'due',
      KeyConditionExpression: 'due = :due',
      ExpressionAttributeValues: { ':due': { S: 'today' } },
    }),
  );
  expect(Items?.map(({ id }) => id?.S).sort()).toEqual(['all-1', 'all-3']);
});

test('when one condition fails nothing happens, and each action has its reason', async () => {
  await transact([put('none-1', 7)]);
  const failing = transact([
    put('none-2', 1),
    {
      Update: {
        TableName,
        Key: keyOf('none-1'),
        UpdateExpression: 'SET version = :new',
        ConditionExpression: 'version = :old',
        ExpressionAttributeValues: { ':new': { N: '9' }, ':old': { N: '1' } },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    put('none-1-other', 1, 'attribute_exists(id)'),
    {
      Update: {
        TableName,
        Key: keyOf('none-3'),
        UpdateExpression: 'SET version = version + :one',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      },
    },
  ]);
  await expect(failing).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    message: expect.stringContaining(
      '[None, ConditionalCheckFailed, ConditionalCheckFailed, ValidationError]',
    ) as string,
    CancellationReasons: [
      { Code: 'None' },
      { Code: 'ConditionalCheckFailed', Item: { ...keyOf('none-1'), version: { N: '7' } } },
      { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
      { Code: 'ValidationError' },
    ],
  });
  expect(await read('none-2')).toBeUndefined();
  expect(await read('none-1')).toMatchObject({ version: { N: '7' } });
});

test('a token makes a repeated request do nothing, and refuses another request', async () => {
  const increment: TransactWriteItem = {
    Update: {
      TableName,
      Key: keyOf('token'),
      UpdateExpression: 'ADD version :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    },
  };
  await transact([increment], 'token-1');
  await transact([increment], 'token-1');
  expect(await read('token')).toMatchObject({ version: { N: '1' } });
  await expect(transact([put('token', 1)], 'token-1')).rejects.toMatchObject({
    name: 'IdempotentParameterMismatchException',
  });
  await transact([increment], 'token-2');
  expect(await read('token')).toMatchObject({ version: { N: '2' } });
});

test('a cancelled transaction leaves its token free', async () => {
  const conditional = put('retry', 1, 'attribute_exists(id)');
  await expect(transact([conditional], 'retry-1')).rejects.toMatchObject({
    name: 'TransactionCanceledException',
  });
  await transact([put('retry', 0)]);
  await transact([conditional], 'retry-1');
  expect(await read('retry')).toMatchObject({ version: { N: '1' } });
});

test.each([
  ['two actions on one item', [put('twice', 1), put('twice', 2)], /multiple operations on one item/],
  [
    'more than 100 actions',
    Array.from({ length: 101 }, (_, index) => put(`many-${index}`, 1)),
    /less than or equal to 100/,
  ],
  ['no key', [{ Put: { TableName, Item: { id: { S: 'x' } } } }], /Missing the key record/],
  ['a wrong key', [{ Delete: { TableName, Key: { id: { S: 'x' } } } }], /key element does not match/],
  ['a wrong expression', [put('x', 1, 'version ==')], /Invalid ConditionExpression/],
])('a request with %s is refused as a whole', async (_, items, message) => {
  await expect(transact(items)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringMatching(message) as string,
  });
});

test('a transaction on a missing table gets an error that says so', async () => {
  const Item = keyOf('x');
  await expect(transact([{ Put: { TableName: 'Nowhere', Item } }])).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('TransactGetItems gives the items in order, and nothing for those that are not there', async () => {
  await transact([put('get-1', 1), put('get-2', 2)]);
  const gets = ['get-2', 'get-0', 'get-1'].map((id) => ({
    Get: { TableName, Key: keyOf(id), ProjectionExpression: 'version' },
  }));
  const { Responses } = await database.send(new TransactGetItemsCommand({ TransactItems: gets }));
  expect(Responses).toEqual([{ Item: { version: { N: '2' } } }, {}, { Item: { version: { N: '1' } } }]);
});

test('a single write whose condition fails gives the item when asked for it', async () => {
  await transact([put('single', 5)]);
  const update = (asked: boolean) =>
    database.send(
      new UpdateItemCommand({
        TableName,
        Key: keyOf('single'),
        UpdateExpression: 'SET version = :six',
        ConditionExpression: 'version = :four',
        ExpressionAttributeValues: { ':six': { N: '6' }, ':four': { N: '4' } },
        ...(asked && { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
      }),
    );
  await expect(update(true)).rejects.toMatchObject({
    name: 'ConditionalCheckFailedException',
    Item: { version: { N: '5' } },
  });
  await expect(update(false)).rejects.not.toHaveProperty('Item.version');
});

test('of many writers that expect the same version, single or in transactions, one wins', async () => {
  const folder = tempFolder();
  const own = await Database.open(folder, accountAt('http://127.0.0.1:1'));
  onTestFinished(async () => {
    await own.close();
    rmSync(folder, { recursive: true });
  });
  await own.answer('CreateTable', {
    TableName,
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
  const condition = { ConditionExpression: 'attribute_not_exists(id)' };
  const attempts = Array.from({ length: 20 }, (_, index) => {
    const Put = { TableName, Item: { id: { S: 'race' }, writer: { N: String(index) } }, ...condition };
    return index % 2 === 0
      ? own.answer('PutItem', Put)
      : own.answer('TransactWriteItems', { TransactItems: [{ Put }] });
  });
  const results = await Promise.allSettled(attempts);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

interface ModelAction {
  readonly kind: 'Put' | 'Delete' | 'Update' | 'ConditionCheck';
  readonly id: string;
  readonly value: number;
  /** Version that the item must have; 0 for an item that must not be there; undefined for none. */
  readonly expected: number | undefined;
}

const modelAction: fc.Arbitrary<ModelAction> = fc.record({
  kind: fc.constantFrom('Put', 'Delete', 'Update', 'ConditionCheck'),
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  value: fc.integer({ min: 1, max: 3 }),
  expected: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
});

const modelTransaction = fc.uniqueArray(modelAction, {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 4,
});

function toItem({ kind, id, value, expected }: ModelAction, prefix: string): TransactWriteItem {
  const wanted = kind === 'ConditionCheck' ? (expected ?? 0) : expected;
  const values = {
    ...(kind === 'Update' && { ':value': { N: String(value) } }),
    ...(wanted !== undefined && wanted > 0 && { ':wanted': { N: String(wanted) } }),
  };
  const condition = {
    ...(wanted !== undefined && {
      ConditionExpression: wanted === 0 ? 'attribute_not_exists(id)' : 'version = :wanted',
    }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
  const Key = keyOf(prefix + id);
  switch (kind) {
    case 'Put':
      return { Put: { TableName, Item: { ...Key, version: { N: String(value) } }, ...condition } };
    case 'Delete':
      return { Delete: { TableName, Key, ...condition } };
    case 'Update':
      return { Update: { TableName, Key, UpdateExpression: 'SET version = :value', ...condition } };
    case 'ConditionCheck':
      return { ConditionCheck: { TableName, Key, ConditionExpression: '', ...condition } };
  }
}

/** What a transaction makes of the versions by id; undefined when it is cancelled. */
function applyToModel(
  versions: ReadonlyMap<string, number>,
  actions: readonly ModelAction[],
): Map<string, number> | undefined {
  const next = new Map(versions);
  for (const { kind, id, value, expected } of actions) {
    const wanted = kind === 'ConditionCheck' ? (expected ?? 0) : expected;
    if (wanted !== undefined && (versions.get(id) ?? 0) !== wanted) return undefined;
    if (kind === 'Delete') next.delete(id);
    else if (kind !== 'ConditionCheck') next.set(id, value);
  }
  return next;
}

test('random transactions do what a simple model says', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(modelTransaction, { minLength: 1, maxLength: 8 }), async (transactions) => {
      const prefix = `model-${(runs += 1)}-`;
      let versions = new Map<string, number>();
      for (const actions of transactions) {
        const next = applyToModel(versions, actions);
        const done = await transact(actions.map((action) => toItem(action, prefix))).then(
          () => true,
          (error: unknown) => {
            expect(error).toMatchObject({ name: 'TransactionCanceledException' });
            return false;
          },
        );
        expect(done).toBe(next !== undefined);
        versions = next ?? versions;
        for (const id of ['a', 'b', 'c', 'd']) {
          expect(Number((await read(prefix + id))?.['version']?.N ?? 0)).toBe(versions.get(id) ?? 0);
        }
      }
    }),
    { numRuns: 25 },
  );
});
