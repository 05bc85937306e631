import { afterAll, beforeAll, expect, test } from 'vitest';
import { CustomerStore } from '../../../adapters/dynamodb/customers/customers.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { CustomerBook } from '../../../client/customers/customer-book.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { type OpenConsole, openConsole } from '../../support/browser/console.ts';
import { checkShown } from '../../support/browser/visit.ts';

let shown: OpenConsole;
beforeAll(async () => {
  const days = { from: '2026-01-10', to: '2026-02-20' };
  shown = await openConsole('five-plans', days, ['SN-1001', 'SN-1002', 'SN-1003']);
  const customers = new CustomerStore(documentClient(), shown.sample.settings);
  const known = await customers.get('C-CANT');
  if (known === undefined) throw new Error('the sample has no customer C-CANT');
  await customers.put({ ...known, customerId: 'C-TWIN', name: 'Canterbury Timbers', country: 'AU' });
  await customers.noteUndeliverable(known.customerId, known.email, civilDate('2026-02-01'));
}, 300_000);
afterAll(() => shown.close());

test('a customer is edited: a mistake stands at its field, and the preview says what changes', async () => {
  const page = await shown.open('/customers/C-REEF', { width: 320, theme: 'dark' });
  await checkShown(page);
  await page.getByRole('link', { name: 'Edit' }).click();
  await checkShown(page);
  await page.getByLabel('Postal address').fill('12 Quay Street\nAuckland 1010');
  await page.getByLabel('Country').fill('Narnia');
  await page.getByRole('button', { name: 'Show what will change' }).click();
  expect(await page.getByLabel('Country').getAttribute('aria-invalid')).toBe('true');
  await checkShown(page);
  await page.getByLabel('Country').fill('NZ');
  await page.getByLabel('VAT id').fill('AU 12345');
  await page.getByRole('button', { name: 'Show what will change' }).click();
  expect(await page.locator('tbody tr').allTextContents()).toEqual([
    'CountryAUNZ',
    'Postal addressnothing12 Quay Street | Auckland 1010',
    'VAT idnothingAU12345',
  ]);
  await checkShown(page);
  await page.getByRole('button', { name: 'Change the customer' }).click();
  await page.getByRole('status').getByText('Country is now NZ. ').waitFor();
  await page.getByRole('status').getByText('1 licence changed with it.').waitFor();
  expect(await shown.deployment.requireCustomer('C-REEF')).toMatchObject({
    country: 'NZ',
    vatId: 'AU12345',
    address: ['12 Quay Street', 'Auckland 1010'],
  });
  await page.context().close();
});

test('what somebody else changed since the form was opened stays', async () => {
  const page = await shown.open('/customers/C-PORT/edit');
  const edit = { set: { name: 'Portside' }, clear: [] };
  await shown.deployment.operator.editCustomer({ customerId: 'C-PORT', edit });
  await page.getByLabel('Buyer reference').fill('991-1');
  await page.getByRole('button', { name: 'Show what will change' }).click();
  await page.getByRole('button', { name: 'Change the customer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Portside', exact: true }).waitFor();
  expect((await shown.deployment.requireCustomer('C-PORT')).buyerReference).toBe('991-1');
  await page.context().close();
});

test('the statement says what was charged and paid, with the balance', async () => {
  const page = await shown.open('/customers/C-CANT');
  await page.getByRole('link', { name: 'Statement' }).click();
  await page.getByRole('link', { name: 'SNUG-2026-00001' }).waitFor();
  await checkShown(page);
  const rows = await page.locator('tbody tr').allTextContents();
  expect(rows[0]).toMatch(/^2026-01-15SNUG-2026-00001Invoice SNUG-2026-00001 .*SN-1001/);
  const { licence } = await shown.deployment.licence('SN-1001');
  const owed =
    licence.invoices.reduce((sum, { price }) => sum + price.total.amount, 0) - licence.credit.amount;
  const lead = await page.locator('.lead').textContent();
  expect(lead?.replaceAll(/\D/g, '')).toBe(owed === 0 ? '' : String(owed));
  await page.context().close();
});

test('a note that is sent twice is one', async () => {
  const page = await shown.open('/customers/C-CANT');
  await page.getByLabel('New note').fill('Calls on <b>Tuesdays</b>');
  const again = await page.evaluate<string>(
    `new URLSearchParams(new FormData(document.querySelector('form.confirm'))).toString()`,
  );
  await page.getByRole('button', { name: 'Add the note' }).dblclick();
  await page.getByRole('status').getByText('The note was added.').waitFor();
  await page.getByText('Calls on <b>Tuesdays</b>').waitFor();
  const post = `fetch('/customers/C-CANT/notes', { method: 'POST', redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: ${JSON.stringify(again)} })`;
  await page.evaluate(`${post}.then(() => undefined)`);
  const history = await new CustomerBook(shown.deployment).history('C-CANT');
  expect(history.filter(({ type }) => type === 'noted')).toHaveLength(1);
  await page.context().close();
});

test('an address that returned mail takes mail again', async () => {
  const page = await shown.open('/customers/C-CANT');
  await page.getByText('returns mail since 2026-02-01').waitFor();
  await page.getByRole('link', { name: 'It takes mail again' }).click();
  await checkShown(page);
  await page.getByRole('button', { name: 'It takes mail again' }).click();
  await page.getByRole('status').getByText('Mails go to it@canterbury-timber.example again.').waitFor();
  expect(await page.getByText('returns mail').count()).toBe(0);
  await page.context().close();
});

test('two records of a customer are merged after their ids were compared and typed', async () => {
  const page = await shown.open('/customers/C-TWIN', { width: 320 });
  await page.getByRole('link', { name: 'Merge' }).click();
  await page.getByLabel('Name, address, VAT id or id').fill('canterbury timber');
  await page.getByRole('button', { name: 'Look for it' }).click();
  await checkShown(page);
  await page.getByRole('link', { name: 'Canterbury Timber Ltd' }).click();
  await page.getByText('1 licence of C-CANT will belong to C-TWIN').waitFor();
  await page.getByRole('link', { name: 'Let C-CANT stay instead' }).click();
  await page.getByText('0 licences of C-TWIN will belong to C-CANT').waitFor();
  await checkShown(page);
  await page.getByLabel('Type C-TWIN to confirm').fill('C-CANT');
  await page.getByRole('button', { name: 'Merge them' }).click();
  await page.getByText('Type C-TWIN, the id of the record that goes.').waitFor();
  await checkShown(page);
  await page.getByLabel('Type C-TWIN to confirm').fill('C-TWIN');
  await page.getByRole('button', { name: 'Merge them' }).click();
  await page.getByRole('status').getByText('Customer C-TWIN was merged into C-CANT.').waitFor();
  await page.goto(new URL('/customers/C-TWIN', page.url()).href);
  await page.getByText('Customer C-TWIN was merged into this one, C-CANT.').waitFor();
  await page.context().close();
});
