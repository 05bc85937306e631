import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
  for (let member = 0; member < 101; member += 1)
    await operator.licence(smartNetUserGroup, { coverEnds: '2026-12-31', country: 'NZ' });
});
afterAll(() => operator.stop());

const months = ['--from', '2026-12-01', '--to', '2027-01-31'];
const plan = ['--plan', 'smart-net-user-group'];

test('prints what the runs will do to every licence, and writes nothing to the tables', async () => {
  const before = await operator.journal('L-1');
  const { status, out } = await operator.on('2026-06-01', ['forecast', ...months, ...plan, '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    'nobody-acts': [
      { month: '2026-12', renewed: 101, invoices: 0 },
      { month: '2027-01', invoices: 101, invoiced: { amount: 101 * 552_00, currency: 'NZD' } },
    ],
    'everybody-pays': [{ month: '2026-12' }, { paid: { amount: 101 * 552_00, currency: 'NZD' } }],
  });
  expect(await operator.journal('L-1')).toEqual(before);
});

test('shows tables and bars, and writes the CSV and the picture that are asked for', async () => {
  const csv = join(operator.folder, 'forecast.csv');
  const chart = join(operator.folder, 'forecast.svg');
  const files = ['--csv', csv, '--chart', chart];
  const { out } = await operator.on('2026-06-01', ['forecast', ...months, ...plan, ...files]);
  expect(out).toMatch(
    /If everybody pays\nplan +month .*\n.*2026-12 .*\n.*2027-01 .* NZD 55752\.00 +NZD 55752\.00\n/,
  );
  expect(out).toContain(`  2027-01 ${'█'.repeat(40)} NZD 55752.00`);
  expect(readFileSync(csv, 'utf8')).toContain('nobody-acts,smart-net-user-group,2027-01,');
  expect(readFileSync(chart, 'utf8')).toMatch(/^<svg /);
});

test('refuses a plan that there is not, days in the wrong order, and a file that cannot be written', async () => {
  const unknown = await operator.on('2026-06-01', ['forecast', ...months, '--plan', 'video']);
  expect([unknown.status, unknown.err]).toEqual([2, expect.stringContaining('There is no plan video')]);
  const backwards = await operator.on('2026-06-01', [
    'forecast',
    '--from',
    '2026-02-01',
    '--to',
    '2026-01-01',
  ]);
  expect([backwards.status, backwards.err]).toEqual([
    2,
    expect.stringContaining('Put the earlier day first.'),
  ]);
  const nowhere = join(operator.folder, 'none', 'forecast.csv');
  const unwritten = await operator.on('2026-06-01', ['forecast', ...months, '--csv', nowhere]);
  expect([unwritten.status, unwritten.err]).toEqual([2, expect.stringContaining('Name another file')]);
  expect(existsSync(nowhere)).toBe(false);
});
