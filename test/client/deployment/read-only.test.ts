import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { policyKey } from '../../../local/iam/policies/principals.ts';
import { netjapanMaintenance as plan } from '../../../plans/netjapan-maintenance.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
let licenceId: string;
beforeAll(async () => {
  operator = await openOperator();
  licenceId = await operator.licence(plan, { coverEnds: '2026-03-31' });
  await operator.on('2026-01-30', ['run', plan.id, '--yes']);
  vi.stubEnv('AWS_ACCESS_KEY_ID', policyKey('PerennialReadOnly-us-east-1'));
}, 300_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await operator.stop();
});

/** What the command line says happened. */
const journal = async () => (await operator.on('2026-01-31', ['explain', licenceId])).out;

test.each([
  ['licence', 'show', 'LICENCE'],
  ['licence', 'list', '--plan', plan.id],
  ['explain', 'LICENCE'],
  ['entitlements', 'LICENCE'],
  ['forecast', '--from', '2026-02-01', '--to', '2026-02-28'],
  ['mails', 'list', 'LICENCE'],
  ['executions', 'list'],
  ['executions', 'show', plan.id, '2026-01-30'],
])('who may only read may give %s %s', async (...command) => {
  const args = command.map((word) => (word === 'LICENCE' ? licenceId : word));
  const { status, err } = await operator.on('2026-01-31', args);
  expect({ status, err }).toMatchObject({ status: 0 });
});

test.each([
  ['payment', 'LICENCE', '10', '--yes'],
  ['run', plan.id, '--yes'],
])('who may only read may not give %s', async (...command) => {
  const before = await journal();
  const args = command.map((word) => (word === 'LICENCE' ? licenceId : word));
  const { status, err } = await operator.on('2026-01-31', args);
  expect(status).not.toBe(0);
  expect(err).toContain('your credentials may not call the operator function');
  expect(await journal()).toEqual(before);
});
