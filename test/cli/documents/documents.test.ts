import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smartNetUserGroup as smartNet } from '../../../plans/smart-net-user-group.ts';
import { vtubeLaserSmp as vtube } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
/** Of Smart-Net: one that is paid, one that is open and partly credited, one that was credited in full. */
let paid: string;
let open: string;
let credited: string;
/** Of VTube: an open quote, and an accepted one whose order is open. */
let quoted: string;
let ordered: string;

/** Noon UTC is already the next day in New Zealand. */
beforeAll(async () => {
  operator = await openOperator();
  const known = await operator.post.customers.get('C-1');
  if (known === undefined) throw new Error('no customer C-1');
  await operator.post.customers.put({ ...known, customerId: 'C-2', name: 'Reef Charters' });
  const smartNetFacts = { product: 'Smart-Net', modules: [], coverEnds: '2026-12-31', country: 'NZ' };
  paid = await operator.licence(smartNet, smartNetFacts);
  open = await operator.licence(smartNet, { ...smartNetFacts, customerId: 'C-2' });
  credited = await operator.licence(smartNet, smartNetFacts);
  await operator.licence(smartNet, { ...smartNetFacts, coverEnds: '2027-12-31' });
  quoted = await operator.licence(vtube, { coverEnds: '2027-03-31' });
  ordered = await operator.licence(vtube, { coverEnds: '2027-03-31' });
  for (const day of ['2026-12-30', '2027-01-14']) await operator.on(day, ['run', smartNet.id, '--yes']);
  await operator.on('2027-01-19', ['payment', paid, '--yes']);
  await operator.on('2027-01-20', [
    'invoice',
    'credit',
    open,
    '--net',
    '80.00',
    '--reason',
    'agreed',
    '--yes',
  ]);
  await operator.on('2027-01-20', ['invoice', 'credit', credited, '--reason', 'error', '--yes']);
  await operator.on('2027-02-01', ['quote', quoted, '--yes']);
  await operator.on('2027-02-01', ['quote', ordered, '--yes']);
  await operator.on('2027-02-02', ['quote', ordered, '--accept', '1', '--po', 'PO-7', '--yes']);
}, 300_000);
afterAll(() => operator.stop());

const list = async (day: string, ...args: readonly string[]) => {
  const { status, out, err } = await operator.on(day, [...args, '--json']);
  expect(status, err).toBe(0);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
};

describe('invoice list', () => {
  test('has every invoice, the newest first, with its state and what is to be paid', async () => {
    const rows = await list('2027-02-05', 'invoice', 'list', '--plan', smartNet.id);
    expect(rows).toMatchObject([
      { number: 'SNUG-2027-00003', licenceId: credited, state: 'credited', owed: { amount: 0 } },
      {
        number: 'SNUG-2027-00002',
        licenceId: open,
        customerId: 'C-2',
        kind: 'renewal',
        issuedOn: '2027-01-15',
        payBy: '2027-04-15',
        total: { amount: 55_200 },
        state: 'open',
        owed: { amount: 46_000, currency: 'NZD' },
        daysOverdue: 0,
        age: 'not overdue',
      },
      { number: 'SNUG-2027-00001', licenceId: paid, state: 'paid', paidOn: '2027-01-20' },
    ]);
  });

  test('has only the open ones with --open, of all plans; a table ends with the amounts by age', async () => {
    const rows = await list('2027-02-05', 'invoice', 'list', '--open');
    expect(rows).toMatchObject([{ licenceId: open }, { licenceId: ordered, purchaseOrder: 'PO-7' }]);
    const { out } = await operator.on('2027-02-05', ['invoice', 'list', '--open', '--plan', smartNet.id]);
    expect(out).toMatch(/not overdue +1-30 +31-60 +61-90 +over 90 +in all\nNZD 460.00 +NZD 460.00\n$/);
  });

  test('has with --overdue those whose last day for payment is over, with the days since then', async () => {
    expect(await list('2027-04-14', 'invoice', 'list', '--overdue', '--plan', smartNet.id)).toEqual([]);
    const rows = await list('2027-05-15', 'invoice', 'list', '--overdue', '--plan', smartNet.id);
    expect(rows).toMatchObject([{ licenceId: open, daysOverdue: 31, age: '31-60' }]);
  });

  test('of a customer has those issued to it, of one year where that is asked for', async () => {
    const of = (...args: readonly string[]) => list('2027-02-05', 'invoice', 'list', '--customer', ...args);
    expect(await of('C-2')).toMatchObject([{ number: 'SNUG-2027-00002' }]);
    expect(await of('C-2', '--year', '2026')).toEqual([]);
    expect(await of('C-1', '--plan', vtube.id)).toMatchObject([{ licenceId: ordered }]);
  });

  test('stays with the customer that it was issued to when the licence is transferred', async () => {
    const sold = ['licence', 'transfer', paid, '--to', 'C-2', '--reason', 'sold', '--yes'];
    expect((await operator.on('2027-02-06', sold)).status).toBe(0);
    const rows = await list('2027-02-06', 'invoice', 'list', '--plan', smartNet.id);
    expect(rows).toContainEqual(
      expect.objectContaining({ number: 'SNUG-2027-00001', licenceId: paid, customerId: 'C-1' }),
    );
  });

  test('as CSV has amounts in major units', async () => {
    const { out } = await operator.on('2027-02-06', [
      'invoice',
      'list',
      '--open',
      '--plan',
      smartNet.id,
      '--csv',
    ]);
    expect(out.split('\n')[1]).toBe(
      `SNUG-2027-00002,${open}-I1,${open},${smartNet.id},C-2,renewal,2027-01-15,2027-04-15,NZD,552.00,open,460.00,0,not overdue,,`,
    );
  });
});

describe('invoice show', () => {
  test('has the lines, the tax, the total and the credit notes', async () => {
    const { status, out } = await operator.on('2027-02-07', ['invoice', 'show', 'SNUG-2027-00002']);
    expect(status).toBe(0);
    expect(out).toMatch(/customer +Reef Charters \(C-2\)/);
    expect(out).toMatch(/Smart-Net: NZD 480.00 a year, 1 year +NZD 480.00/);
    expect(out).toMatch(/tax, 15 % +NZD 72.00\ntotal +NZD 552.00/);
    expect(out).toMatch(/credit note \S+ of 2027-01-21: agreed +NZD -92.00/);
    expect(out).toMatch(/to pay +NZD 460.00/);
  });

  test.each(['SNUG-2027-00009', 'SNUG', 'NONE-2027-00001'])(
    '%s is refused: there is none',
    async (number) => {
      const { status, err } = await operator.on('2027-02-07', ['invoice', 'show', number]);
      expect(status).toBe(2);
      expect(err).toContain(`There is no invoice ${number}.`);
    },
  );

  test('the number of a quote is no invoice', async () => {
    const [quote] = await list('2027-02-07', 'quote', 'list', '--open');
    const { number } = quote as { readonly number: string };
    expect((await operator.on('2027-02-07', ['invoice', 'show', number])).status).toBe(2);
  });
});

describe('quote list', () => {
  test('has every quote, the newest first, with its options and its state', async () => {
    expect(await list('2027-02-07', 'quote', 'list', '--plan', vtube.id)).toMatchObject([
      { licenceId: ordered, kind: 'renewal', state: 'accepted', closedOn: '2027-02-02' },
      { licenceId: quoted, state: 'open', options: [{ years: 1, total: { amount: 120_000 } }] },
    ]);
  });

  test('has only the open ones with --open', async () => {
    expect(await list('2027-02-07', 'quote', 'list', '--open')).toMatchObject([{ licenceId: quoted }]);
    expect(await list('2027-02-07', 'quote', 'list', '--open', '--customer', 'C-2')).toEqual([]);
  });
});

test('an invoice that licences share is listed and shown with the part of each, under one number', async () => {
  const known = await operator.post.customers.get('C-1');
  if (known === undefined) throw new Error('no customer C-1');
  await operator.post.customers.put({ ...known, customerId: 'C-9', together: true });
  const facts = { product: 'Smart-Net', modules: [], coverEnds: '2027-12-31', country: 'NZ', together: true };
  const two = [
    await operator.licence(smartNet, { ...facts, customerId: 'C-9' }),
    await operator.licence(smartNet, { ...facts, customerId: 'C-9' }),
  ];
  for (const day of ['2027-12-30', '2028-01-14']) await operator.on(day, ['run', smartNet.id, '--yes']);
  const rows = (await list('2028-01-15', 'invoice', 'list', '--open', '--plan', smartNet.id)) as {
    readonly number: string;
    readonly licenceId: string;
    readonly customerId: string;
  }[];
  const shared = rows.filter(({ customerId }) => customerId === 'C-9');
  expect(shared.map(({ licenceId }) => licenceId).toSorted()).toEqual(two);
  const [number = '', ...others] = new Set(shared.map((row) => row.number));
  expect(others).toEqual([]);
  expect(await list('2028-01-15', 'invoice', 'show', number)).toHaveLength(2);
});
