import { DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { backupRows } from '../../../client/backup/backup-source.ts';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';

const names = Object.fromEntries(Object.values(outputs).map((name) => [name, name]));
const deployment = new Deployment({ ...names, [outputs.dueShards]: '1' });

/** Two pages of ids, the second one after a while. What a licence has cannot be read. */
async function answer({ IndexName, ExclusiveStartKey }: QueryCommandInput) {
  if (IndexName !== 'plan') throw new Error('the table is gone');
  if (ExclusiveStartKey !== undefined) await setTimeout(20);
  return {
    Items: [{ licenceId: 'L-1', customerId: 'C-1' }],
    ...(ExclusiveStartKey === undefined && { LastEvaluatedKey: { licenceId: 'L-1' } }),
  };
}

test('a licence that cannot be read ends the backup with its fault, and with no other', async () => {
  mockClient(DynamoDBDocumentClient).on(QueryCommand).callsFake(answer);
  const unhandled: unknown[] = [];
  const note = (why: unknown) => unhandled.push(why);
  process.on('unhandledRejection', note);
  const rows = async () => {
    for await (const { row } of backupRows(deployment, 'licences', 2026)) expect(row).toBe('licence');
  };
  await expect(rows()).rejects.toThrow('the table is gone');
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});
