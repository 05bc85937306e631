import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentClient } from '../../lambdas/adapters/clients.ts';
import { outputs } from '../../lambdas/names.ts';
import { vtubeLaserSmp } from '../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from './support/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.stop());

const run = (...args: readonly string[]) =>
  operator.on('2026-06-01', ['run', 'vtube-laser-smp', '--yes', ...args]);

test('a day is run once: licences that are due are done, and again only when asked for', async () => {
  const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-30' });
  const first = await run();
  expect({ status: first.status, err: first.err }).toMatchObject({ status: 0 });
  expect(first.out).toContain('vtube-laser-smp on 2026-06-01: 1 due, 1 done, 0 failed');
  expect(first.out).toMatch(new RegExp(`${licenceId} +done +ReminderSkipped, ReminderIssued\n`));
  const second = await run();
  expect(second.status).toBe(2);
  expect(second.err).toContain('add --again to run 2026-06-01 a second time');
  const again = await run('--again', '--json');
  expect(again.status).toBe(0);
  expect(JSON.parse(again.out)).toMatchObject({ date: '2026-06-01', due: 0, licences: [] });
});

test('a licence that fails is named with its reason, and the status is 1', async () => {
  const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-07-15' });
  await documentClient().send(
    new UpdateCommand({
      TableName: operator.cloud.outputs[outputs.licencesTable],
      Key: { licenceId, record: 'LICENCE' },
      UpdateExpression: 'SET version = :none',
      ExpressionAttributeValues: { ':none': 'none' },
    }),
  );
  const { status, out, err } = await run('--date', '2026-06-20');
  expect(status).toBe(1);
  expect(out).toContain('1 due, 0 done, 1 failed');
  expect(out).toMatch(new RegExp(`${licenceId} +failed +.*not valid`));
  expect(err).toContain('which lies ahead');
  expect(err).toContain('run the day again with --again');
});

test('an unknown plan is refused with those that there are', async () => {
  const { status, err } = await operator.on('2026-06-01', ['run', 'none', '--yes']);
  expect(status).toBe(2);
  expect(err).toContain('there is no plan none: name one of smart-net-user-group,');
});
