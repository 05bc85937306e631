import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.stop());

const day = '2026-06-01';

async function meter(...args: readonly string[]): Promise<unknown> {
  const { status, out, err } = await operator.on(day, ['meter', '--json', ...args]);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(out);
}

test('the meter counts what a run did, and from 0 again after --reset', async () => {
  await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-30' });
  await meter('--reset');
  await operator.on(day, ['run', 'vtube-laser-smp', '--yes']);
  const { out } = await operator.on(day, ['meter']);
  expect(out).toMatch(/licence actions +1\nmails +1\n/);
  expect(await meter('--reset')).toMatchObject({
    licenceActions: 1,
    mails: 1,
    documents: 0,
    stepFunctions: { standardTransitions: expect.any(Number) as number, expressRequests: 0 },
    lambda: { invocations: expect.any(Number) as number },
    dynamodb: { requests: { TransactWriteItems: expect.any(Number) as number } },
    ses: 1,
  });
  expect(await meter()).toMatchObject({
    licenceActions: 0,
    mails: 0,
    ses: 0,
    stepFunctions: { standardTransitions: 0 },
  });
});

test('where there is no embedded cloud, the meter says what to start', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL', undefined);
  const { status, err } = await operator.on(day, ['meter']);
  vi.unstubAllEnvs();
  expect({ status, err }).toEqual({
    status: 2,
    err: 'only the embedded cloud has a meter: start `npx perennial local` and paste the line that it prints\n',
  });
});
