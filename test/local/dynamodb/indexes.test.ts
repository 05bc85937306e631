import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  paginateQuery,
  paginateScan,
  QueryCommand,
  UpdateItemCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { beforeAll, expect, test } from 'vitest';
import { clientOf, sharedCloud } from '../support/assembly.ts';

const TableName = 'Licences';
const IndexName = 'due';

const cloud = sharedCloud({
  resources: {
    Licences: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        TableName,
        KeySchema: [
          { AttributeName: 'licenceId', KeyType: 'HASH' },
          { AttributeName: 'record', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: ['licenceId', 'record', 'planPartition', 'dueOn'].map((AttributeName) => ({
          AttributeName,
          AttributeType: 'S',
        })),
        GlobalSecondaryIndexes: [
          {
            IndexName,
            KeySchema: [
              { AttributeName: 'planPartition', KeyType: 'HASH' },
              { AttributeName: 'dueOn', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
      },
    },
  },
});

let database: DynamoDBClient;
beforeAll(() => {
  database = new DynamoDBClient(clientOf(cloud()));
});

const keyOf = (licenceId: string) => ({ licenceId: { S: licenceId }, record: { S: 'LICENCE' } });
const itemOf = (plan: string, licenceId: string, dueOn = '2026-01-15') => ({
  ...keyOf(licenceId),
  planPartition: { S: plan },
  dueOn: { S: dueOn },
  name: { S: 'of a customer' },
});

async function write(plan: string, licenceIds: readonly string[]): Promise<void> {
  const puts = licenceIds.map((id) => ({ PutRequest: { Item: itemOf(plan, id) } }));
  for (let at = 0; at < puts.length; at += 25) {
    const RequestItems = { [TableName]: puts.slice(at, at + 25) };
    await database.send(new BatchWriteItemCommand({ RequestItems }));
  }
}

async function due(plan: string, others: Partial<QueryCommandInput> = {}): Promise<string[]> {
  const input = {
    TableName,
    IndexName,
    KeyConditionExpression: 'planPartition = :plan AND dueOn <= :today',
    ExpressionAttributeValues: { ':plan': { S: plan }, ':today': { S: '2026-01-15' } },
    ...others,
  };
  const found: string[] = [];
  for await (const { Items = [] } of paginateQuery({ client: database }, input))
    found.push(...Items.map(({ licenceId }) => licenceId?.S ?? ''));
  return found;
}

test('two items whose keys have the same hash are both in the index', async () => {
  const collide = ['SN-02115', 'SN-03526'];
  await write('colliding', collide);
  expect((await due('colliding')).sort()).toEqual(collide);
  await database.send(new DeleteItemCommand({ TableName, Key: keyOf('SN-02115') }));
  expect(await due('colliding')).toEqual(['SN-03526']);
});

test('of five thousand licences that are due on one day, the index has every one', async () => {
  const ids = Array.from({ length: 5000 }, (_, index) => `SN-${String(index + 1).padStart(5, '0')}`);
  await write('many', ids);
  expect((await due('many')).sort()).toEqual(ids);
});

test.each([true, false])('pages follow each other, forwards: %s', async (ScanIndexForward) => {
  const plan = `paged ${ScanIndexForward}`;
  const ids = ['SN-02115', 'SN-03526', 'SN-1', 'SN-2', 'SN-3'].map((id) => `${id} of ${plan}`);
  await write(plan, ids);
  const whole = await due(plan, { ScanIndexForward });
  expect([...whole].sort()).toEqual([...ids].sort());
  expect(await due(plan, { ScanIndexForward, Limit: 2 })).toEqual(whole);
});

test('a scan of an index goes on where its page before has ended', async () => {
  const found: string[] = [];
  const input = { TableName, IndexName, Limit: 700 };
  for await (const { Items = [] } of paginateScan({ client: database }, input))
    found.push(...Items.map(({ licenceId }) => licenceId?.S ?? ''));
  expect(new Set(found).size).toBe(found.length);
  expect(found.length).toBeGreaterThan(5000);
});

test('an entry follows its item: it moves, goes and has the attributes of the projection only', async () => {
  await write('moving', ['M-1']);
  const set = (UpdateExpression: string, value?: string) =>
    database.send(
      new UpdateItemCommand({
        TableName,
        Key: keyOf('M-1'),
        UpdateExpression,
        ...(value !== undefined && { ExpressionAttributeValues: { ':on': { S: value } } }),
      }),
    );
  await set('SET dueOn = :on', '2026-02-01');
  expect(await due('moving')).toEqual([]);
  await set('SET dueOn = :on', '2026-01-01');
  const { Items } = await database.send(
    new QueryCommand({
      TableName,
      IndexName,
      KeyConditionExpression: 'planPartition = :plan',
      ExpressionAttributeValues: { ':plan': { S: 'moving' } },
    }),
  );
  expect(Items).toEqual([{ ...keyOf('M-1'), planPartition: { S: 'moving' }, dueOn: { S: '2026-01-01' } }]);
  await set('REMOVE dueOn');
  expect(await due('moving')).toEqual([]);
});
