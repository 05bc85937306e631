import { afterAll, beforeAll, expect, test } from 'vitest';
import { netjapanMaintenance as netjapan } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup as smartNet } from '../../../plans/smart-net-user-group.ts';
import { vtubeLaserSmp as vtube } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
let invoiced: string;
let quoted: string;
beforeAll(async () => {
  operator = await openOperator();
  invoiced = await operator.licence(smartNet, {
    product: 'Smart-Net',
    modules: [],
    coverEnds: '2026-12-31',
  });
  quoted = await operator.licence(netjapan, { coverEnds: '2026-08-09' });
});
afterAll(() => operator.stop());

const due = (today: string, ...args: readonly string[]) => operator.on(today, ['due', ...args]);

test('a day has its invoices with customer, amount and pay-by day', async () => {
  const { status, out } = await due('2026-06-09', '--on', '2027-01-15', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({
    date: '2027-01-15',
    licenceId: invoiced,
    planId: smartNet.id,
    customerId: 'C-1',
    customer: 'Jane Roe Ltd',
    what: 'invoice (renewal)',
    amounts: [{ total: { amount: 48_000, currency: 'NZD' } }],
    until: '2027-04-15',
  });
});

test('without a day it is tomorrow; a quote has the amount of each option', async () => {
  const { out, err } = await due('2026-06-09', '--plan', netjapan.id);
  expect(out).toMatch(
    /^2026-06-10 +L-2 +Jane Roe Ltd +quote \(renewal\) +GBP 200.00 \(1 year\), GBP 380.00 \(2 years\), GBP 540.00 \(3 years\) +2026-08-09$/m,
  );
  expect(out).toMatch(/^2026-06-10 +L-2 +Jane Roe Ltd +reminder expiry-60$/m);
  expect(err).toBe('1 licence\n');
  expect(await due('2026-06-08')).toEqual({ status: 0, out: '', err: 'Nothing is due.\n' });
});

test('of several days, what one of them leads to is listed on its own day, as CSV with one line of names', async () => {
  const { out } = await due('2026-06-09', '--from', '2026-07-01', '--to', '2026-08-10', '--csv');
  expect(out).toBe(
    `date,planId,licenceId,customerId,customer,what,currency,amount,until
2026-07-10,netjapan-maintenance,${quoted},C-1,Jane Roe Ltd,reminder expiry-30,,,
2026-08-02,netjapan-maintenance,${quoted},C-1,Jane Roe Ltd,reminder expiry-7,,,
2026-08-10,netjapan-maintenance,${quoted},C-1,Jane Roe Ltd,quote ${quoted}-Q1 expires,,,
2026-08-10,netjapan-maintenance,${quoted},C-1,Jane Roe Ltd,lapse (not-renewed),,,
`,
  );
});

test("what today's run has still to do counts for today, and for tomorrow once that run has ended", async () => {
  const late = await operator.licence(vtube, { coverEnds: '2026-05-31' });
  const lapse = new RegExp(`${late} .*lapse`);
  expect((await due('2026-06-05', '--on', '2026-06-05', '--plan', vtube.id)).out).toMatch(lapse);
  expect((await due('2026-06-05', '--plan', vtube.id)).out).toBe('');
  await operator.on('2026-06-05', ['run', vtube.id, '--yes']);
  const after = await operator.licence(vtube, { coverEnds: '2026-05-31' });
  expect((await due('2026-06-05', '--on', '2026-06-05', '--plan', vtube.id)).out).toBe('');
  expect((await due('2026-06-05', '--plan', vtube.id)).out).toMatch(new RegExp(`${after} .*lapse`));
});

test('only those of a customer are listed where one is named; one that there is not is refused', async () => {
  const { customers } = operator.post;
  const known = await customers.get('C-1');
  if (known === undefined) throw new Error('no customer C-1');
  await customers.put({ ...known, customerId: 'C-2' });
  expect(await due('2026-06-09', '--customer', 'C-2')).toEqual({
    status: 0,
    out: '',
    err: 'Nothing is due.\n',
  });
  const { status, err } = await due('2026-06-09', '--customer', 'C-0');
  expect(status).toBe(2);
  expect(err).toContain('There is no customer C-0.');
});

test.each([
  [['--on', '2026-06-10', '--to', '2026-06-11'], 'Name either --on, or --from and --to.'],
  [['--to', '2026-06-11'], 'Name both --from and --to.'],
  [['--from', '2026-06-12', '--to', '2026-06-11'], '--from 2026-06-12 is after --to 2026-06-11.'],
  [['--on', '2026-06-08'], '2026-06-08 is over.'],
  [['--json', '--csv'], 'Name only one of --json and --csv.'],
])('%j is refused', async (args, why) => {
  const { status, err } = await due('2026-06-09', ...args);
  expect(status).toBe(2);
  expect(err).toContain(why);
});
