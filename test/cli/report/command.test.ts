import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { vtubeLaserSmp as vtube } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
  const known = await operator.post.customers.get('C-1');
  if (known === undefined) throw new Error('no customer C-1');
  await operator.post.customers.put({ ...known, accountManager: 'kim@vendor.example' });
  const licenceId = await operator.licence(vtube, { coverEnds: '2026-06-30' });
  await operator.on('2026-06-01', ['quote', licenceId, '--yes']);
  await operator.on('2026-06-02', ['quote', licenceId, '--accept', '1', '--yes']);
  await operator.on('2026-06-03', ['payment', licenceId, '--yes']);
});
afterAll(() => operator.stop());

const report = (...args: readonly string[]) =>
  operator.on('2026-08-01', [
    'report',
    ...args,
    '--from',
    '2026-06-01',
    '--to',
    '2026-07-31',
    '--plan',
    vtube.id,
  ]);

test('revenue is by month and account manager; its picture is written', async () => {
  const picture = join(operator.folder, 'revenue.svg');
  const { status, out } = await report('revenue', '--csv', '--picture', picture);
  expect(status).toBe(0);
  expect(out).toBe(
    `planId,month,accountManager,net,currency
${vtube.id},2026-06,kim@vendor.example,0.00,USD
${vtube.id},2026-07,kim@vendor.example,101.92,USD
`,
  );
  expect(readFileSync(picture, 'utf8')).toContain('Revenue by month, net from 2026-06-01 to 2026-07-31');
});

test('renewals are a row of JSON for each plan', async () => {
  const { out } = await report('renewals', '--json');
  expect(JSON.parse(out)).toMatchObject({ planId: vtube.id, ended: 1, renewed: 1, ratePercent: 100 });
});

test('receivables are a table', async () => {
  const { out } = await report('receivables');
  expect(out).toMatch(/plan +on +invoices +not overdue +1-30 days/);
  expect(out).toMatch(/2026-07-31 +0 +USD 0.00/);
});

test('a period that ends before it begins is refused', async () => {
  const args = ['report', 'revenue', '--from', '2026-07-01', '--to', '2026-06-01'];
  expect(await operator.on('2026-08-01', args)).toMatchObject({ status: 2 });
});
