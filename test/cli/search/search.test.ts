import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerSchema } from '../../../domain/customer/customer.ts';
import { vtubeLaserSmp as vtube } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
let licenceId: string;

const muller = {
  customerId: 'C-MUL',
  name: 'Müller & Söhne GmbH',
  kind: 'end-user',
  email: 'einkauf@mueller.example',
  country: 'AT',
  locale: 'de-AT',
  address: ['Hauptstraße 12', '1010 Wien'],
};

beforeAll(async () => {
  operator = await openOperator();
  await operator.post.customers.put(customerSchema.parse(muller));
  licenceId = await operator.licence(vtube, { customerId: 'C-MUL', coverEnds: '2026-12-31' });
  await operator.licence(vtube, { coverEnds: '2026-12-31' });
  await operator.on('2026-06-01', ['quote', licenceId, '--yes']);
  await operator.on('2026-06-01', ['quote', licenceId, '--accept', '1', '--po', 'PO 4500/17', '--yes']);
  await operator.on('2026-06-02', ['payment', licenceId, '--id', 'BANK-77', '--yes']);
});
afterAll(() => operator.stop());

const search = async (...text: readonly string[]) => {
  const { status, out, err } = await operator.on('2026-06-03', ['search', ...text, '--json']);
  expect(status, err).toBe(0);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
};

const theCustomer = { kind: 'customer', found: 'Müller & Söhne GmbH', customerId: 'C-MUL' };

describe('a customer is found, with its licences,', () => {
  test.each([
    'mueller',
    'Müll',
    'gmbh muller',
    'wien hauptstrasse',
    '1010',
    'einkauf@mueller.example',
    'mueller.example',
    'C-MUL',
    'c-mul',
  ])('by %s', async (text) => {
    expect(await search(...text.split(' '))).toMatchObject([theCustomer, { kind: 'licence', licenceId }]);
  });
});

test('two customers are both listed, without their licences', async () => {
  await operator.post.customers.put(
    customerSchema.parse({ ...muller, customerId: 'C-OTHER', name: 'Müller AG', email: 'ag@other.example' }),
  );
  expect(await search('müller')).toMatchObject([{ found: 'Müller & Söhne GmbH' }, { found: 'Müller AG' }]);
  expect(await search('müller', 'ag')).toMatchObject([{ found: 'Müller AG' }]);
});

test('a customer with a new name is found by the new one, and no longer by the old one', async () => {
  const renamed = { ...muller, customerId: 'C-OTHER', name: 'Zwettler AG', email: 'ag@other.example' };
  await operator.post.customers.put(customerSchema.parse(renamed));
  expect(await search('zwettler')).toMatchObject([{ customerId: 'C-OTHER' }]);
  expect(await search('müller', 'ag')).toEqual([]);
  const edit = ['customer', 'edit', 'C-OTHER', 'name=Ybbs AG', '--yes'];
  expect(await operator.on('2026-06-03', edit)).toMatchObject({ status: 0 });
  expect(await search('ybbs')).toMatchObject([{ customerId: 'C-OTHER' }]);
  expect(await search('zwettler')).toEqual([]);
});

describe('a licence is found', () => {
  test.each(['L-1', 'l-1', 'L-1-I1'])('by %s', async (text) => {
    expect(await search(text)).toMatchObject([{ kind: 'licence', licenceId, customerId: 'C-MUL' }]);
  });

  test('by the beginning of its id', async () => {
    expect(await search('L-')).toMatchObject([{ licenceId: 'L-1' }, { licenceId: 'L-2' }]);
  });

  test.each(['small-01', 'LARGE-01'])('by the beginning of its id in small letters: %s', async (id) => {
    await operator.licence(vtube, { licenceId: id, coverEnds: '2026-12-31' });
    expect(await search(id.toLowerCase().slice(0, -1))).toMatchObject([{ kind: 'licence', licenceId: id }]);
  });

  test('by the printed number of its invoice', async () => {
    const [invoice] =
      (await operator.post.licences.loadWithHistory(licenceId))?.history.documents.slice(-1) ?? [];
    const number = invoice?.number ?? '';
    const found = { kind: 'document', found: number, licenceId };
    expect(await search(number.toLowerCase())).toMatchObject([found]);
  });

  test('by its purchase order, however that is typed', async () => {
    const order = { kind: 'purchase order', found: 'PO 4500/17', licenceId, detail: 'of 2026-06-01' };
    expect(await search('po-4500-17')).toContainEqual(expect.objectContaining(order));
  });

  test("by the payment system's id", async () => {
    expect(await search('bank-77')).toMatchObject([
      { kind: 'payment', found: 'BANK-77', licenceId, detail: 'of 2026-06-02' },
    ]);
  });
});

test('what nothing is found for is said so', async () => {
  const { status, out, err } = await operator.on('2026-06-03', ['search', 'nowhere']);
  expect({ status, out, err }).toEqual({ status: 0, out: '', err: 'Nothing is found for nowhere.\n' });
});
