import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Database } from '../../../local/dynamodb/database.ts';
import { accountAt } from '../../../local/shared/account.ts';

const account = accountAt('http://127.0.0.1:1');

const table = {
  TableName: 'Licences',
  KeySchema: [{ AttributeName: 'licenceId', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'licenceId', AttributeType: 'S' }],
  BillingMode: 'PAY_PER_REQUEST',
};

test.each([
  { keeps: true, then: ['Licences'] },
  { keeps: false, then: [] },
])('with keeps $keeps there is $then after the store was closed', async ({ keeps, then }) => {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-keeping-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const first = await Database.open(folder, account, undefined, keeps);
  await first.answer('CreateTable', table);
  expect(await first.answer('ListTables', {})).toEqual({ TableNames: ['Licences'] });
  await first.close();
  const second = await Database.open(folder, account);
  expect(await second.answer('ListTables', {})).toEqual({ TableNames: then });
  await second.close();
});
