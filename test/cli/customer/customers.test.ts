import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerSchema } from '../../../domain/customer/customer.ts';
import { netjapanMaintenance as netjapan } from '../../../plans/netjapan-maintenance.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

const today = '2026-04-15';
let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
}, 300_000);
afterAll(() => operator.stop());

let count = 0;

/** A customer of its own, by its id. */
async function customer(given: object = {}): Promise<string> {
  const customerId = `C-${(count += 1)}00`;
  const data = { customerId, name: 'Ngata Ltd', kind: 'end-user', email: 'desk@ngata.example' };
  await operator.post.customers.put(
    customerSchema.parse({ ...data, country: 'GB', locale: 'en-GB', ...given }),
  );
  return customerId;
}

const licenceOf = (customerId: string) =>
  operator.licence(netjapan, { coverEnds: '2026-12-31', country: 'GB', customerId });

const give = (...args: string[]) => operator.on(today, args);
const shown = async (customerId: string) => {
  const { out } = await give('customer', 'show', customerId, '--json');
  return JSON.parse(out) as { customer: object; licenceIds: string[]; history: { type: string }[] };
};

describe('customer edit', () => {
  test('shows old and new, changes the field, and keeps who did it and when', async () => {
    const id = await customer();
    const edit = ['customer', 'edit', id, 'name=Ngata & Sons', 'address=1 Quay Street|London'];
    const { status, out } = await operator.on(today, edit, 'y');
    expect(status).toBe(0);
    expect(out).toMatch(/name +Ngata Ltd +Ngata & Sons\n/);
    expect(out).toMatch(/address +nothing +1 Quay Street \| London\n/);
    const after = (await give('customer', 'show', id)).out;
    expect(after).toMatch(/customer +C-\d+, Ngata & Sons\n/);
    expect(after).toMatch(/2026-04-15 12:00 +edited: name: Ngata & Sons \(was Ngata Ltd\)/);
    expect(after).toMatch(/\n +by \w+\n/);
  });

  test('a dry run and a no change nothing', async () => {
    const id = await customer();
    expect((await give('customer', 'edit', id, 'name=Other', '--dry-run')).status).toBe(0);
    expect((await operator.on(today, ['customer', 'edit', id, 'name=Other'], 'n')).status).toBe(2);
    expect(await shown(id)).toMatchObject({ customer: { name: 'Ngata Ltd' }, history: [] });
  });

  test('an empty value removes a field, and several addresses part into the first and the others', async () => {
    const id = await customer({ vatId: 'GB123456789' });
    await give('customer', 'edit', id, 'vatId=', 'email=a@ngata.example;b@ngata.example', '--yes');
    const { customer: after } = await shown(id);
    expect(after).not.toHaveProperty('vatId');
    expect(after).toMatchObject({ email: 'a@ngata.example', alsoEmail: ['b@ngata.example'] });
  });

  test.each([
    ['email=office', /email=office: expected one e-mail address/],
    ['country=UK', /country=UK: expected a country of ISO 3166/],
    ['email=', /email=: expected one e-mail address/],
    ['fax=1', /fax=1: expected FIELD=VALUE, with a field of name, kind/],
    ['partnerId=C-NONE', /There is no customer C-NONE/],
  ])('%s is refused with what is expected', async (word, message) => {
    const id = await customer();
    const { status, err } = await give('customer', 'edit', id, word, '--yes');
    expect([status, err]).toEqual([2, expect.stringMatching(message)]);
  });

  test("the customer's licences follow, at once and after an interruption", async () => {
    const id = await customer();
    const first = await licenceOf(id);
    await give('customer', 'edit', id, 'discountPercent=10', '--yes');
    expect((await operator.journal(first)).at(-1)).toBe('CustomerChanged');
    // As if the client had stopped after the customer was written.
    const second = await licenceOf(id);
    const { status, err } = await give('customer', 'edit', id, 'discountPercent=10', '--yes');
    expect([status, err]).toEqual([0, expect.stringContaining(`1 licence of customer ${id} changed`)]);
    expect((await operator.post.licences.load(second))?.licence.facts.discountPercent).toBe(10);
    expect((await shown(id)).history).toHaveLength(1);
  });

  test('an import is in the history too, with what it changed', async () => {
    await give('import', 'samples/five-plans', '--date', '2025-12-01', '--yes');
    await give('customer', 'edit', 'C-CANT', 'name=Mistyped', '--yes');
    await give('import', 'samples/five-plans', '--date', '2025-12-01', '--yes');
    const { history } = await shown('C-CANT');
    expect(history).toMatchObject([
      { type: 'edited', changes: [{ field: 'name', to: 'Mistyped' }] },
      { type: 'edited', isImport: true, changes: [{ field: 'name', from: 'Mistyped' }] },
    ]);
  });
});

test('the same request again changes nothing and is answered the same', async () => {
  const id = await customer();
  const { answerRequest } = await import('../../../app/operations/answer-request.ts');
  const { openOperations } = await import('../../../app/operations/dependencies.ts');
  const { settingsOf } = await import('../../../client/deployment/settings-of.ts');
  const operations = openOperations({
    ...settingsOf(operator.cloud.outputs),
    STATE_MACHINE: 'none',
    UPDATE_STATE_MACHINE: 'none',
  });
  const request = (operation: object, timeEpoch: number) => ({
    body: JSON.stringify({
      requestId: '7a1f6c1e-7a1f-4c1e-9a1f-7a1f6c1e7a1f',
      clientVersion: '0',
      operation,
    }),
    isBase64Encoded: false,
    requestContext: { timeEpoch, authorizer: { iam: { userArn: 'arn:aws:iam::1:user/jane' } } },
  });
  const edit = { kind: 'edit-customer', customerId: id, edit: { set: { name: 'Other' } } };
  const first = await answerRequest(operations, request(edit, 1_000), 1_000);
  const again = await answerRequest(operations, request(edit, 2_000), 2_000);
  expect(again.body).toBe(first.body);
  expect((await shown(id)).history).toHaveLength(1);
  const other = { kind: 'note-customer', customerId: id, note: 'called' };
  const refused = await answerRequest(operations, request(other, 3_000), 3_000);
  expect(refused).toMatchObject({
    statusCode: 422,
    body: expect.stringContaining('belongs to another') as string,
  });
});

describe('customer show and list', () => {
  test('a note is shown with its author', async () => {
    const id = await customer();
    const { out } = await give('customer', 'note', id, 'Calls on Tuesdays', '--yes');
    expect(out).toBe('note: Calls on Tuesdays\n');
    expect((await give('customer', 'show', id)).out).toMatch(
      /Notes\n2026-04-15 12:00 +Calls on Tuesdays\n +by \w+\n/,
    );
  });

  test('its licences are shown with what is open', async () => {
    const id = await customer();
    const licenceId = await licenceOf(id);
    await give('quote', licenceId, '--yes');
    await give('quote', licenceId, '--accept', '1', '--yes');
    await give('payment', licenceId, '1.00', '--yes');
    const { out } = await give('customer', 'show', id);
    expect(out).toMatch(new RegExp(`${licenceId} .* active +GBP [\\d.]+ +GBP 1\\.00\n`));
  });

  test('the list is in the order of ids, whatever the kinds, and goes on after an id', async () => {
    const some = [await customer({ kind: 'msp' }), await customer(), await customer({ kind: 'reseller' })];
    const { out } = await give('customer', 'list', '--json');
    const ids = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { customerId: string }).customerId);
    expect(ids).toEqual(ids.toSorted());
    expect(ids).toEqual(expect.arrayContaining(some));
    const rest = await give('customer', 'list', '--after', ids[1] ?? '', '--limit', '2', '--csv');
    expect(rest.out.split('\n').map((line) => line.split(',')[0])).toEqual([
      'customerId',
      ids[2],
      ids[3],
      '',
    ]);
  });

  test('a customer that there is not is refused with where to look', async () => {
    const { status, err } = await give('customer', 'show', 'C-NONE');
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('`npx perennial customer list` lists the ids'),
    ]);
  });
});
