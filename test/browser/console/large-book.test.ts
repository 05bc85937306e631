import { afterAll, beforeAll, expect, test } from 'vitest';
import { LicenceReader } from '../../../adapters/dynamodb/licences/licence-reader.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { settingsOf } from '../../../client/deployment/settings-of.ts';
import { type OpenConsole, openConsole } from '../../support/browser/console.ts';
import { checkShown } from '../../support/browser/visit.ts';
import { fillLicences } from '../../support/client/filled-table.ts';

/** `npm run console:large` plays 100,000. */
const licences = Number(process.env['LICENCES'] ?? 3000);
const plan = 'smart-net-user-group';

let shown: OpenConsole;
beforeAll(async () => {
  const days = { from: '2026-01-10', to: '2026-01-20' };
  shown = await openConsole('five-plans', days, ['SN-1001', 'SN-1002']);
  const { deployment, sample } = shown;
  const settings = settingsOf(sample.cloud.outputs);
  const reader = new LicenceReader(documentClient(), settings);
  const templates = await Promise.all(
    ['SN-1001', 'SN-1002'].map(async (licenceId) => {
      const stored = await reader.load(licenceId);
      const { events = [] } = (await deployment.history(licenceId)) ?? {};
      if (stored === undefined) throw new Error(`${licenceId} is not there`);
      return { stored, events };
    }),
  );
  const customerIds = templates.map(({ stored }) => stored.licence.facts.customerId);
  await fillLicences(settings, templates, customerIds, { from: 0, to: licences });
}, 3_600_000);
afterAll(() => shown.close());

test.each([
  ['/', 'Today'],
  [`/due?plan=${plan}&days=sixty`, 'Due'],
  [`/forecast?plan=${plan}`, 'Forecast'],
  [`/licences?plan=${plan}`, 'Licences'],
  [`/invoices?plan=${plan}`, 'Open invoices'],
  [`/lapsing?plan=${plan}`, 'Lapses within 30 days'],
  ['/search?q=FILL-0000', 'Results for “FILL-0000”'],
  ['/licences/FILL-000999', 'FILL-000999'],
])(`%s of ${licences} licences has no barrier`, async (path, title) => {
  for (const look of [
    { width: 320, theme: 'dark' },
    { width: 1280, theme: 'light' },
  ] as const) {
    const page = await shown.open(path, look);
    expect(await page.locator('h1').textContent()).toContain(title);
    await checkShown(page);
    await page.context().close();
  }
});

test('a list goes on by its pages, with its filters, and back', async () => {
  const page = await shown.open(`/invoices?plan=${plan}&state=open`);
  const first = page.locator('tbody tr').first();
  const began = await first.textContent();
  await page.getByRole('link', { name: 'Next page' }).click();
  expect(new URL(page.url()).searchParams.get('plan')).toBe(plan);
  expect(await first.textContent()).not.toBe(began);
  await page.getByRole('link', { name: 'Previous page' }).click();
  expect(await first.textContent()).toBe(began);
  await page.context().close();
});

test('a licence among them is found by its id, and a note on it is written', async () => {
  const page = await shown.open('/');
  await page.getByRole('searchbox', { name: 'Search' }).fill('FILL-000999');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'FILL-000999' }).waitFor();
  await page.getByRole('link', { name: 'Add a note' }).first().click();
  await page.getByLabel('Note').fill('Asks for post');
  await page.getByRole('button', { name: 'Show what will happen' }).click();
  await page.getByText('No mail is sent.').waitFor();
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByRole('status').getByText('Note: Asks for post').waitFor();
  await page.context().close();
});
