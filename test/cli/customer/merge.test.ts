import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CustomerHistory } from '../../../adapters/dynamodb/customers/customer-history.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { settingsOf } from '../../../client/deployment/settings-of.ts';
import { customerSchema } from '../../../domain/customer/customer.ts';
import { netjapanMaintenance as netjapan } from '../../../plans/netjapan-maintenance.ts';
import { bookFolder, customerFile, licenceFile } from '../../support/cli/book-files.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

const today = '2026-04-15';
let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
}, 300_000);
afterAll(() => operator.stop());

let count = 0;

/** Two records of one customer, by their ids: the one that goes, and the one that stays. */
async function twoRecords(given: object = {}): Promise<readonly [string, string]> {
  const ids = [`C-GOES${(count += 1)}`, `C-STAYS${count}`] as const;
  for (const customerId of ids) {
    const data = { customerId, name: `Name of ${customerId}`, kind: 'end-user', locale: 'en-GB' };
    const email = `${customerId.toLowerCase()}@customer.example`;
    await operator.post.customers.put(customerSchema.parse({ ...data, email, country: 'GB', ...given }));
  }
  return ids;
}

const licenceOf = (customerId: string) =>
  operator.licence(netjapan, { coverEnds: '2026-12-31', country: 'GB', customerId });
const give = (...args: string[]) => operator.on(today, args);
const merge = (goes: string, stays: string) =>
  give('customer', 'merge', goes, stays, '--into', stays, '--yes');
const factsOf = async (licenceId: string) => (await operator.post.licences.load(licenceId))?.licence;

test('licences, open orders, credit, notes and history go to one customer, and nobody is mailed', async () => {
  const [goes, stays] = await twoRecords();
  const licenceId = await licenceOf(goes);
  await give('quote', licenceId, '--yes');
  await give('quote', licenceId, '--accept', '1', '--yes');
  await give('payment', licenceId, '1.00', '--yes');
  await give('customer', 'note', goes, 'Calls on Tuesdays', '--yes');
  await give('customer', 'edit', stays, 'discountPercent=10', '--yes');
  const before = operator.cloud.mails().length;
  const { status, out, err } = await merge(goes, stays);
  expect([status, out, err]).toEqual([
    0,
    `Customer ${goes} was merged into ${stays}.\n`,
    expect.stringContaining('1 licence will belong to'),
  ]);
  expect(await factsOf(licenceId)).toMatchObject({
    facts: { customerId: stays, discountPercent: 10 },
    credit: { amount: 100 },
    invoices: [{ purpose: { order: true } }],
  });
  expect(operator.cloud.mails()).toHaveLength(before);
  const shown = (await give('customer', 'show', goes)).out;
  expect(shown).toContain(licenceId);
  expect(shown).toMatch(new RegExp(`Calls on Tuesdays\n +by \\w+, as customer ${goes}\n`));
  expect(shown).toContain(`customer ${goes} was merged into this one`);
  expect((await give('customer', 'list')).out).toMatch(new RegExp(`${goes} .*merged into ${stays}\n`));
});

test('a dry run changes nothing', async () => {
  const [goes, stays] = await twoRecords();
  expect((await give('customer', 'merge', goes, stays, '--into', stays, '--dry-run')).status).toBe(0);
  expect((await operator.post.customers.find(goes))?.mergedInto).toBeUndefined();
});

test('what a broken licence has stopped is done by the same command again', async () => {
  const [goes, stays] = await twoRecords();
  const [broken, sound] = [await licenceOf(goes), await licenceOf(goes)];
  const mend = await operator.poison(broken);
  const { status, err } = await merge(goes, stays);
  expect([status, err]).toEqual([1, expect.stringContaining(`Failed: licence ${broken}`)]);
  expect((await factsOf(sound))?.facts.customerId).toBe(stays);
  await mend();
  expect((await merge(goes, stays)).status).toBe(0);
  expect((await factsOf(broken))?.facts.customerId).toBe(stays);
  expect(await operator.journal(sound)).toEqual(['LicenceRegistered', 'TermStarted', 'CustomerMerged']);
});

test('stopped after the pointer, mails go to the customer that stays, and the same command does the rest', async () => {
  const [goes, stays] = await twoRecords();
  const licenceId = await licenceOf(goes);
  await give('customer', 'note', goes, 'Calls on Tuesdays', '--yes');
  const history = new CustomerHistory(documentClient(), settingsOf(operator.cloud.outputs));
  const [one, other] = [await operator.post.customers.find(goes), await operator.post.customers.find(stays)];
  if (one === undefined || other === undefined) throw new Error('no customers');
  const entry = { type: 'merged', from: goes, at: '2026-04-15T11:00:00.000Z', who: 'jane' } as const;
  const request = { requestId: 'r', fingerprint: 'f', expiresAt: 2_000_000_000 };
  await history.merge(one, other, { entry, request, sendersTime: 1 });
  await give('quote', licenceId, '--yes');
  expect(operator.cloud.mails().at(-1)?.destinations).toEqual([other.email]);
  expect((await merge(goes, stays)).status).toBe(0);
  expect((await factsOf(licenceId))?.facts.customerId).toBe(stays);
  expect((await history.of(stays)).map(({ type }) => type)).toEqual(['merged', 'noted']);
});

test('two records cannot be merged both ways, nor into a third', async () => {
  const [goes, stays] = await twoRecords();
  const [third] = await twoRecords();
  await merge(goes, stays);
  const back = await merge(stays, goes);
  expect([back.status, back.err]).toEqual([2, expect.stringContaining('name two different customers')]);
  const other = await merge(goes, third);
  expect([other.status, other.err]).toEqual([2, expect.stringContaining(`was merged into ${stays}`)]);
  expect((await give('customer', 'merge', stays, third, '--into', 'C-1')).status).toBe(2);
});

test('a transfer, a list of licences and an edit that name the pointer use the customer that stays', async () => {
  const [goes, stays] = await twoRecords();
  await merge(goes, stays);
  const licenceId = await operator.licence(netjapan, { coverEnds: '2026-12-31' });
  await give('licence', 'transfer', licenceId, '--to', goes, '--reason', 'sold', '--yes');
  expect((await factsOf(licenceId))?.facts.customerId).toBe(stays);
  expect((await give('licence', 'list', '--customer', goes)).out).toContain(licenceId);
  await give('customer', 'edit', goes, 'name=New', '--yes');
  expect((await operator.post.customers.find(stays))?.name).toBe('New');
});

test('an import skips the row of a merged customer and brings its licences to the one that stays', async () => {
  const folder = bookFolder({
    'customers.csv': customerFile({ customerId: 'C-OLD' }, { customerId: 'C-NEW', name: 'Kept' }),
    'licences.csv': licenceFile({ licenceId: 'L-OLD', customerId: 'C-OLD' }),
  });
  const importing = () => operator.on('2026-03-01', ['import', folder, '--yes']);
  await importing();
  await merge('C-OLD', 'C-NEW');
  const licences = [
    { licenceId: 'L-OLD', customerId: 'C-OLD' },
    { licenceId: 'L-MORE', customerId: 'C-OLD' },
  ];
  writeFileSync(join(folder, 'licences.csv'), licenceFile(...licences));
  const { status, err } = await importing();
  expect([status, err]).toEqual([0, expect.stringContaining('C-OLD was merged into C-NEW')]);
  expect((await factsOf('L-OLD'))?.facts.customerId).toBe('C-NEW');
  expect((await factsOf('L-MORE'))?.facts.customerId).toBe('C-NEW');
  expect((await operator.post.customers.find('C-NEW'))?.name).toBe('Kept');
});

test('a customer that was merged with its own partner gets one copy', async () => {
  const [partner, customerId] = await twoRecords();
  await give('customer', 'edit', customerId, `partnerId=${partner}`, '--yes');
  await merge(partner, customerId);
  const licenceId = await licenceOf(customerId);
  await give('quote', licenceId, '--yes');
  expect(operator.cloud.mails().at(-1)?.destinations).toHaveLength(1);
});
