import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../../../local/dynamodb/database.ts';
import { IndexLag } from '../../../local/dynamodb/index-lag.ts';
import { accountAt } from '../../../local/shared/account.ts';

let now = 0;
const lag = new IndexLag(() => now);
const folder = mkdtempSync(join(tmpdir(), 'perennial-lag-'));
let database: Database;

beforeAll(async () => {
  database = await Database.open(folder, accountAt('http://127.0.0.1:1'), undefined, true, lag);
  await database.answer('CreateTable', {
    TableName: 'Licences',
    AttributeDefinitions: ['id', 'plan'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'plan',
        KeySchema: [{ AttributeName: 'plan', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    BillingMode: 'PAY_PER_REQUEST',
  });
  const isActive = async () => {
    const described = await database.answer('DescribeTable', { TableName: 'Licences' });
    return JSON.stringify(described).includes('"TableStatus":"ACTIVE"');
  };
  while (!(await isActive())) await pause(5);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (id: string, plan: string) =>
  database.answer('PutItem', { TableName: 'Licences', Item: { id: { S: id }, plan: { S: plan } } });

async function idsOf(plan: string): Promise<string[]> {
  const { Items } = (await database.answer('Query', {
    TableName: 'Licences',
    IndexName: 'plan',
    KeyConditionExpression: '#plan = :plan',
    ExpressionAttributeNames: { '#plan': 'plan' },
    ExpressionAttributeValues: { ':plan': { S: plan } },
  })) as { Items: { id: { S: string } }[] };
  return Items.map(({ id }) => id.S).sort();
}

it('an index is up to date, unless a read may find it as it was some seconds ago', async () => {
  await put('L-1', 'a');
  expect(await idsOf('a')).toEqual(['L-1']);
  await put('L-2', 'a');
  await put('L-1', 'b');
  expect(await lag.during(() => idsOf('a'))).toEqual(['L-1']);
  // The table itself does not lag.
  expect(
    await database.answer('GetItem', { TableName: 'Licences', Key: { id: { S: 'L-1' } } }),
  ).toMatchObject({ Item: { plan: { S: 'b' } } });
  now += 3_000;
  await put('L-3', 'a');
  expect(await lag.during(() => idsOf('a'))).toEqual(['L-2']);
  expect(await idsOf('a')).toEqual(['L-2', 'L-3']);
  expect(await idsOf('b')).toEqual(['L-1']);
});

it('what an index has not caught up with is there after a restart', async () => {
  await put('L-4', 'c');
  expect(await lag.during(() => idsOf('c'))).toEqual([]);
  await database.close();
  database = await Database.open(folder, accountAt('http://127.0.0.1:1'));
  expect(await idsOf('c')).toEqual(['L-4']);
});
