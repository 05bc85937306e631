import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenConsole, openConsole } from '../../support/browser/console.ts';
import { checkShown } from '../../support/browser/visit.ts';

let shown: OpenConsole;
beforeAll(async () => {
  const days = { from: '2026-01-10', to: '2026-01-20' };
  shown = await openConsole('five-plans', days, ['SN-1001', 'SN-1002', 'NJ-2001']);
}, 300_000);
afterAll(() => shown.close());

describe.each([
  ['/', 'Today'],
  ['/due', 'Due'],
  ['/forecast', 'Forecast'],
  ['/customers', 'Customers'],
  ['/licences', 'Licences'],
  ['/invoices', 'Open invoices'],
  ['/quotes', 'Open quotes'],
  ['/payments', 'Payments that match nothing'],
  ['/returned-mails', 'Addresses that send mail back'],
  ['/parked', 'Parked licences'],
  ['/held-mails', 'Held mails'],
  ['/lapsing', 'Lapses within 30 days'],
  ['/search?q=reef', 'Results for “reef”'],
])('%s', (path, title) => {
  test.each([
    [320, 'dark'],
    [1280, 'light'],
  ] as const)('has no barrier at %i pixels, %s', async (width, theme) => {
    const page = await shown.open(path, { width, theme });
    expect(await page.locator('h1').textContent()).toBe(title);
    await checkShown(page);
    await page.context().close();
  });
});

test('each number of Today leads to its list, and the list to a licence', async () => {
  const page = await shown.open('/?plan=smart-net-user-group');
  const paths = await page.evaluate<string[]>(
    `[...document.querySelectorAll('a.figure')].map((link) => link.getAttribute('href'))`,
  );
  expect(paths.length).toBeGreaterThan(7);
  for (const path of new Set(paths)) {
    const answer = await page.goto(new URL(path, page.url()).href);
    expect(answer?.status(), path).toBe(200);
  }
  await page.goto(new URL('/invoices?plan=smart-net-user-group', page.url()).href);
  await page.getByRole('link', { name: 'SN-1002' }).click();
  await page.getByRole('heading', { level: 1, name: 'SN-1002' }).waitFor();
  await page.context().close();
});
