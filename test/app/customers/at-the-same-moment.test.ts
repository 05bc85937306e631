import { paginateScan, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CustomerStore } from '../../../adapters/dynamodb/customers/customers.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { editCustomer } from '../../../app/customers/edit-customer.ts';
import { eraseCustomer } from '../../../app/customers/erase-customer.ts';
import { importCustomer } from '../../../app/customers/import-customer.ts';
import { mergeCustomers } from '../../../app/customers/merge-customers.ts';
import { openOperations, type OperationDependencies } from '../../../app/operations/dependencies.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { type Customer, customerSchema } from '../../../domain/customer/customer.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';

let cloud: TestCloud;
let operations: OperationDependencies;
let customers: CustomerStore;
beforeAll(async () => {
  cloud = await openCloud();
  operations = openOperations({ ...process.env, STATE_MACHINE: 'none', UPDATE_STATE_MACHINE: 'none' });
  customers = operations.mailing.customers;
});
afterAll(() => cloud.stop());

let count = 0;
let customerId: string;
beforeEach(() => {
  customerId = `C-${(count += 1)}`;
});

const customerOf = (given: Partial<Record<keyof Customer, unknown>> = {}) =>
  customerSchema.parse({
    customerId,
    name: 'Wilhelmina Roe',
    kind: 'end-user',
    email: 'wilhelmina@roe.example',
    country: 'GB',
    locale: 'en-GB',
    ...given,
  });

const request = () => ({
  requestId: `request-${(count += 1)}`,
  fingerprint: 'fingerprint',
  who: 'jane',
  now: Date.parse('2026-04-15T12:00:00Z'),
  sendersTime: 0,
});

/** Lets something else happen before the next write to the customers, and gives whether it did. */
function beforeTheNextWrite(work: () => Promise<unknown>): () => boolean {
  let isDone = false;
  cloud.beforeDynamo = async (operation) => {
    if (isDone || (operation !== 'TransactWriteItems' && operation !== 'UpdateItem')) return;
    isDone = true;
    await work();
  };
  return () => isDone;
}

/** The beginnings of the words that table `Search` has of the customer. */
async function words(): Promise<readonly string[]> {
  const TableName = process.env[environment.searchTable] ?? '';
  const found: Record<string, unknown>[] = [];
  for await (const { Items = [] } of paginateScan({ client: documentClient() }, { TableName }))
    found.push(...Items);
  return found.filter((item) => item['customerId'] === customerId).map((item) => String(item['entry']));
}

const edit = (set: object) =>
  editCustomer(operations, request(), { kind: 'edit-customer', customerId, edit: { set, clear: [] } });
const stored = () => customers.find(customerId);

test('a customer who is edited while it is erased leaves no word to be found by', async () => {
  await customers.put(customerOf());
  const wasEdited = beforeTheNextWrite(() => edit({ name: 'Wilhelmina Doe', address: ['1 Quay Street'] }));
  await eraseCustomer(operations, request(), { kind: 'erase-customer', customerId });
  expect(wasEdited()).toBe(true);
  expect(await words()).toEqual([]);
  expect(await stored()).toMatchObject({ name: 'erased', erasedOn: '2026-04-15' });
  expect(JSON.stringify([await stored(), await operations.history.of(customerId)])).not.toMatch(/doe|quay/i);
});

test('a customer who is merged while it is erased stays a pointer to the other', async () => {
  await customers.put(customerOf());
  const into = `C-${(count += 1)}`;
  await customers.put({ ...customerOf(), customerId: into });
  const wasMerged = beforeTheNextWrite(() =>
    mergeCustomers(operations, request(), { kind: 'merge-customers', customerId, into }),
  );
  await eraseCustomer(operations, request(), { kind: 'erase-customer', customerId });
  expect(wasMerged()).toBe(true);
  expect(await stored()).toMatchObject({ name: 'erased', mergedInto: into });
});

test('of two who add a customer at the same moment, the words of the first are forgotten with its data', async () => {
  const isOvertaken = beforeTheNextWrite(() => customers.put(customerOf({ name: 'Overtaken First' })));
  await customers.put(customerOf({ name: 'Late Second' }));
  expect(isOvertaken()).toBe(true);
  expect(await stored()).toMatchObject({ name: 'Late Second' });
  expect(await words()).toEqual(expect.arrayContaining([expect.stringMatching(/^late second#name/)]));
  expect((await words()).join(' ')).not.toContain('overtaken');
});

test('a customer that cannot be read is replaced', async () => {
  const TableName = process.env[environment.customersTable];
  await documentClient().send(new PutCommand({ TableName, Item: { customerId, name: 7 } }));
  await customers.put(customerOf());
  expect(await stored()).toEqual(customerOf());
});

const on = civilDate('2026-04-15');
const addresses = async () => ((await stored())?.undeliverable ?? []).map(({ address }) => address);

test.each(['returned', 'complained'] as const)(
  'an address that two report at the same moment is noted once: %s',
  async (why) => {
    await customers.put(customerOf());
    const { email } = customerOf();
    const isOvertaken = beforeTheNextWrite(() => customers.noteUndeliverable(customerId, email, on, why));
    await customers.noteUndeliverable(customerId, email, on, why);
    expect(isOvertaken()).toBe(true);
    expect(await addresses()).toEqual([email]);
  },
);

test('two addresses that are reported at the same moment are both noted', async () => {
  await customers.put(customerOf({ alsoEmail: ['second@roe.example'] }));
  const { email } = customerOf();
  await customers.noteUndeliverable(customerId, 'third@roe.example', on);
  const isOvertaken = beforeTheNextWrite(() =>
    customers.noteUndeliverable(customerId, 'second@roe.example', on),
  );
  await customers.noteUndeliverable(customerId, email, on);
  expect(isOvertaken()).toBe(true);
  expect((await addresses()).toSorted()).toEqual(['second@roe.example', 'third@roe.example', email]);
});

test('no address is noted of a customer who is erased at that moment', async () => {
  await customers.put(customerOf());
  const wasErased = beforeTheNextWrite(() =>
    eraseCustomer(operations, request(), { kind: 'erase-customer', customerId }),
  );
  await customers.noteUndeliverable(customerId, customerOf().email, on);
  expect(wasErased()).toBe(true);
  expect(await addresses()).toEqual(['erased@erased.invalid']);
});

test('an address is cleared as often as it is noted, and no other', async () => {
  const TableName = process.env[environment.customersTable];
  const noted = ['a@roe.example', 'b@roe.example', 'A@roe.example', 'c@roe.example'];
  const undeliverable = noted.map((address) => ({ address, on }));
  await documentClient().send(new PutCommand({ TableName, Item: { ...customerOf(), undeliverable } }));
  const isOvertaken = beforeTheNextWrite(() =>
    customers.clearUndeliverable(customerId, ({ address }) => address === 'b@roe.example'),
  );
  await customers.clearUndeliverable(customerId, ({ address }) => address.toLowerCase() === 'a@roe.example');
  expect(isOvertaken()).toBe(true);
  expect(await addresses()).toEqual(['c@roe.example']);
});

test('a row of an import that an edit overtakes is written after it', async () => {
  await customers.put(customerOf());
  const wasEdited = beforeTheNextWrite(() => edit({ name: 'Wilhelmina Doe' }));
  await importCustomer(operations, request(), customerOf({ name: 'Wilhelmina of the Book' }));
  expect(wasEdited()).toBe(true);
  expect(await stored()).toMatchObject({ name: 'Wilhelmina of the Book' });
  const changes = (await operations.history.of(customerId)).flatMap((entry) =>
    'changes' in entry ? entry.changes : [],
  );
  expect(changes).toEqual(
    expect.arrayContaining([
      { field: 'name', from: 'Wilhelmina Roe', to: 'Wilhelmina Doe' },
      { field: 'name', from: 'Wilhelmina Doe', to: 'Wilhelmina of the Book' },
    ]),
  );
});

test('an import that is repeated after an edit does not undo it', async () => {
  await customers.put(customerOf());
  const repeated = request();
  await importCustomer(operations, repeated, customerOf({ name: 'Wilhelmina of the Book' }));
  await edit({ name: 'Wilhelmina Doe' });
  await importCustomer(operations, repeated, customerOf({ name: 'Wilhelmina of the Book' }));
  expect(await stored()).toMatchObject({ name: 'Wilhelmina Doe' });
});
