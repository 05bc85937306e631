import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PaymentStore } from '../../../adapters/dynamodb/payments/payment-store.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { settingsOf } from '../../../client/deployment/settings-of.ts';
import { keyOfDocument } from '../../../contracts/delivery/documents.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { customerSchema } from '../../../domain/customer/customer.ts';
import { evolve } from '../../../domain/evolve.ts';
import type { Licence } from '../../../domain/licence/licence.ts';
import { netjapanMaintenance as netjapan } from '../../../plans/netjapan-maintenance.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
}, 300_000);
afterAll(() => operator.stop());

let count = 0;
const today = '2026-04-15';
const give = (...args: string[]) => operator.on(today, args);

async function customer(): Promise<string> {
  const customerId = `C-PERSON${(count += 1)}`;
  const data = { customerId, name: 'Wilhelmina Roe', kind: 'end-user', locale: 'en-GB', country: 'GB' };
  await operator.post.customers.put(customerSchema.parse({ ...data, email: 'wilhelmina@roe.example' }));
  return customerId;
}

const payments = () => new PaymentStore(documentClient(), settingsOf(operator.cloud.outputs));

const licenceOf = (customerId: string) =>
  operator.licence(netjapan, { coverEnds: '2026-06-30', country: 'GB', customerId });

/** A licence with a paid invoice, an open quote that nobody took, a note and a hold; it lapsed later. */
async function formerCustomer() {
  const customerId = await customer();
  const licenceId = await licenceOf(customerId);
  await give('quote', licenceId, '--yes');
  await give('quote', licenceId, '--accept', '1', '--by', 'Wilhelmina', '--yes');
  const paymentId = `BANK-${count}`;
  await give('payment', licenceId, '--id', paymentId, '--yes');
  await payments().put(undefined, {
    payment: {
      paymentId,
      amount: { amount: 1, currency: 'GBP' },
      received: civilDate(today),
      text: 'from Wilhelmina',
      payer: 'Wilhelmina Roe',
    },
    state: 'booked',
    allocations: [],
    steps: [],
  });
  await give('note', licenceId, 'Wilhelmina called', '--yes');
  await give('customer', 'note', customerId, 'Wilhelmina is kind', '--yes');
  await give('customer', 'edit', customerId, 'address=1 Roe Street', '--yes');
  const after = '2027-05-15';
  await operator.on(after, ['quote', licenceId, '--yes']);
  await operator.on('2027-09-01', ['run', netjapan.id, '--licence', licenceId, '--yes']);
  return { customerId, licenceId };
}

const printed = async (licenceId: string) => {
  const documents = (await operator.post.licences.loadWithHistory(licenceId))?.history.documents ?? [];
  return Promise.all(
    documents.map(async ({ kind, issuedOn, number }) => {
      const file = await operator.post.files.find(keyOfDocument(netjapan.id, issuedOn, number));
      return [kind, issuedOn.slice(0, 4), file !== undefined];
    }),
  );
};

test('all personal data go, invoices stay, and the licence is worked out as before', async () => {
  const { customerId, licenceId } = await formerCustomer();
  const before = await operator.post.licences.load(licenceId);
  expect(await printed(licenceId)).toEqual([
    ['quote', '2026', true],
    ['invoice', '2026', true],
    ['quote', '2027', true],
  ]);
  const { status, out, err } = await operator.on('2027-09-02', ['customer', 'erase', customerId, '--yes']);
  expect([status, err]).toEqual([0, expect.stringContaining('Wilhelmina Roe, for ever')]);
  expect(out).toMatch(/1 document will be deleted/);
  expect(out).toMatch(/invoice +NJM-2026-\d+ +2026-04-15 +2033-12-31\n/);
  expect(await printed(licenceId)).toEqual([
    ['quote', '2026', true],
    ['invoice', '2026', true],
    ['quote', '2027', false],
  ]);
  const all = await operator.on('2027-09-02', ['customer', 'export', customerId]);
  expect(JSON.parse(all.out)).toMatchObject({ payments: [{ payment: { text: '' } }] });
  expect(all.out).not.toMatch(/wilhelmina|roe street/i);
  const after = await operator.post.licences.load(licenceId);
  const replayed = (await operator.post.licences.events(licenceId)).reduce<Licence | undefined>(
    evolve,
    undefined,
  );
  expect(replayed).toEqual(after?.licence);
  const { correspondence, announcements, lastEventOn, ...rest } = before?.licence ?? ({} as Licence);
  expect([correspondence, announcements.leftOn, lastEventOn]).not.toContain('2027-09-02');
  expect(after?.licence).toMatchObject(JSON.parse(JSON.stringify(rest)) as object);
});

test('once the years are over, the same command deletes the rest', async () => {
  const { customerId, licenceId } = await formerCustomer();
  await operator.on('2027-09-02', ['customer', 'erase', customerId, '--yes']);
  expect((await operator.on('2034-01-01', ['customer', 'erase', customerId, '--yes'])).status).toBe(0);
  expect((await printed(licenceId)).map(([, , isThere]) => isThere)).toEqual([false, false, false]);
});

test('while a licence is active it is refused with the reason, and a dry run changes nothing', async () => {
  const customerId = await customer();
  const licenceId = await licenceOf(customerId);
  const { status, err } = await give('customer', 'erase', customerId, '--yes');
  expect([status, err]).toEqual([2, expect.stringContaining(`${licenceId}: it is active: cancel`)]);
  const none = await customer();
  expect((await give('customer', 'erase', none, '--dry-run')).status).toBe(0);
  expect((await operator.post.customers.find(none))?.name).toBe('Wilhelmina Roe');
});

test('an erased customer is neither edited nor imported nor given a licence', async () => {
  const customerId = await customer();
  await give('customer', 'erase', customerId, '--yes');
  const licenceId = await operator.licence(netjapan, { coverEnds: '2026-06-30' });
  for (const args of [
    ['customer', 'edit', customerId, 'name=New', '--yes'],
    ['licence', 'transfer', licenceId, '--to', customerId, '--reason', 'sold', '--yes'],
  ]) {
    const { status, err } = await give(...args);
    expect([status, err]).toEqual([2, expect.stringContaining('were erased on 2026-04-15')]);
  }
});

test('what was merged into the customer is erased with it', async () => {
  const [goes, stays] = [await customer(), await customer()];
  await give('customer', 'merge', goes, stays, '--into', stays, '--yes');
  await give('customer', 'erase', stays, '--yes');
  expect(await operator.post.customers.find(goes)).toMatchObject({ name: 'erased', mergedInto: stays });
  expect((await give('customer', 'export', goes)).out).not.toContain('Wilhelmina');
});

test('an export has all that is stored, in a file of its owner, and does not write over one', async () => {
  const { customerId, licenceId } = await formerCustomer();
  const folder = mkdtempSync(join(tmpdir(), 'perennial-export-'));
  const file = join(folder, 'roe.json');
  expect((await give('customer', 'export', customerId, '--out', file)).status).toBe(0);
  const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  expect(all).toMatchObject({
    customer: { name: 'Wilhelmina Roe' },
    history: [{ note: 'Wilhelmina is kind' }, { changes: [{ field: 'address' }] }],
    licences: [{ licenceId }],
  });
  expect(JSON.stringify(all)).toContain('Wilhelmina called');
  expect(JSON.stringify(all['licences'])).toMatch(/"mailId":".*"key":"netjapan-maintenance\/2026\/NJM-/);
  expect(statSync(file).mode & 0o077).toBe(0);
  const again = await give('customer', 'export', customerId, '--out', file);
  expect([again.status, again.err]).toEqual([2, expect.stringContaining('Name a new file')]);
  rmSync(folder, { recursive: true });
  expect(existsSync(file)).toBe(false);
});
