import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { openChromium, openPage } from '../../support/browser/chromium.ts';
import { openPlayedSample, type PlayedSample } from '../../support/browser/played-sample.ts';
import { checkPage, checkShown, followMail } from '../../support/browser/visit.ts';

let sample: PlayedSample;
let browser: Browser;
let opened: { browser: Browser; sample: PlayedSample };
const licences = ['ST-4001', 'ST-4003', 'SMA-5003', 'NJ-2001'];

beforeAll(async () => {
  sample = await openPlayedSample('five-plans', { from: '2026-05-01', to: '2026-05-01' }, licences);
  browser = await openChromium();
  opened = { browser, sample };
});

afterAll(async () => {
  await browser.close();
  await sample.close();
});

const main = (page: Page) => page.getByRole('main').textContent();

test('from the mail with a quote to the invoice, the payment and the receipt, also from a second tab', async () => {
  const page = await followMail(opened, 'postmaster@desert-mail.example', 'quote');
  expect(new URL(page.url()).pathname).toMatch(/^\/quotes\/STM-Q-/);
  await checkPage(page, page.url());

  const accept = async (tab: Page) => {
    await tab.getByLabel('1 year').check();
    await tab.getByLabel('Purchase order number (optional)').fill('PO-77');
    await tab.getByLabel('Your name').fill('Dana Field');
    await tab.getByRole('button', { name: 'Continue' }).click();
    await tab.getByRole('heading', { name: 'Accept the quote?' }).waitFor();
  };
  const second = await page.context().newPage();
  await second.goto(page.url());
  await accept(second);
  await accept(page);
  await checkShown(page);
  await page.getByRole('button', { name: /^Accept for / }).click();
  await page.getByText('Thank you. Your order is placed').waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/invoices\/STM-2026-/);
  expect(await main(page)).toContain('PO-77');
  await checkPage(page, page.url());

  await second.getByRole('button', { name: /^Accept for / }).click();
  await second.getByText(/already/).waitFor();
  await checkShown(second);

  await sample.act('ST-4001', '2026-05-01', { activity: 'payment' });
  await page.reload();
  expect(await main(page)).toContain('This invoice was paid on May 1, 2026');
  await page.goto(new URL('/payments', page.url()).href);
  expect(await main(page)).toContain('Paid: STM-2026-');
  const orders = (await sample.invoices('ST-4001')).length;
  expect(orders).toBe(1);
  await page.context().close();
});

test('without JavaScript, in German, in the dark and at 320 px: cancelling, and taking that back', async () => {
  const look = { width: 320, theme: 'dark', locale: 'de-DE', javaScript: false } as const;
  const page = await followMail(opened, 'technik@kaufhaus-sued.example', 'SMA-5003', look);
  await page.goto(new URL('/licences/SMA-5003', page.url()).href);
  await page.getByRole('link', { name: 'Verlängerung kündigen' }).click();
  await page.getByText('endet die Wartung am 9. Juni 2026').waitFor();
  await page.getByRole('button', { name: 'Verlängerung kündigen' }).click();
  await page.getByText('Die Verlängerung ist gekündigt.').waitFor();

  await page.goBack();
  await page.getByText('Die Verlängerung ist bereits gekündigt.').waitFor();

  await page.goto(new URL('/licences/SMA-5003', page.url()).href);
  await page.getByRole('link', { name: 'Kündigung zurücknehmen' }).click();
  await page.getByRole('button', { name: 'Kündigung zurücknehmen' }).click();
  await page.getByText('Die Kündigung ist zurückgenommen.').waitFor();
  await page.context().close();
});

test('a reseller signs in by its address and sees the licences of its customers, by customer', async () => {
  const page = await openPage(browser);
  await page.goto(`${sample.cloud.outputs[outputs.portalAddress] ?? ''}/sign-in`);
  await checkPage(page, page.url());
  await page.getByLabel('Email address').fill('renewals@northern-it.example');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.getByRole('heading', { name: 'Check your email' }).waitFor();
  const { links } = await sample.lastMailTo('renewals@northern-it.example');
  await page.goto(links.find((link) => link.includes('/in/')) ?? '');
  expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Holmes & Daughter Ltd']);
  await page.getByRole('link', { name: /ActiveImage Protector Server/ }).click();
  await page.getByText('Licence NJ-2001').waitFor();
  expect((await page.goto(new URL('/licences/ST-4001', page.url()).href))?.status()).toBe(404);
  await checkShown(page);
  await page.context().close();
});

test('an expired link says so, and has a new one sent to the same address', async () => {
  const { links } = await sample.mailTo('technik@kaufhaus-sued.example', 'SMA-5003');
  const link = links.find((each) => each.includes('/in/')) ?? '';
  const page = await openPage(browser);
  sample.cloud.clock.set('2026-08-20T10:00:00Z');
  expect((await page.goto(link))?.status()).toBe(410);
  await checkShown(page);
  await page.getByRole('button', { name: 'Send a new link to the same address' }).click();
  await page.getByRole('heading', { name: 'Check your email' }).waitFor();
  await checkShown(page);
  const fresh = await sample.lastMailTo('technik@kaufhaus-sued.example');
  await page.goto(fresh.links.find((each) => each.includes('/in/')) ?? '');
  expect(new URL(page.url()).pathname).toMatch(/^\/(licences|invoices|quotes)/);
  sample.cloud.clock.set('2026-05-01T10:00:00Z');
  await page.context().close();
});

test.each([
  {
    address: 'technik@kaufhaus-sued.example',
    subject: 'SMA-5003',
    width: 320,
    language: 'de',
    theme: 'dark',
  },
  {
    address: 'postmaster@desert-mail.example',
    subject: 'ST-4001',
    width: 1280,
    language: 'en',
    theme: 'light',
  },
] as const)('every page of $address is accessible, small and as wide as the screen', async (reader) => {
  const { address, subject, width, language, theme } = reader;
  const page = await followMail(opened, address, subject, { width, theme });
  const { origin } = new URL(page.url());
  const seen = new Set<string>();
  const todo = [
    '/licences',
    '/documents',
    '/payments',
    '/account',
    '/account/edit',
    '/account/mails',
    '/no-such-page',
  ];
  await page.goto(`${origin}/language/${language}?to=/licences`);
  for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    await checkPage(page, origin + path);
    const found = await page.evaluate<string[]>(
      `[...document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href'))`,
    );
    todo.push(...found.filter((each) => !/^\/(language|documents\/)|\/export$/.test(each)));
  }
  expect(seen.size).toBeGreaterThanOrEqual(12);
  await page.context().close();
});
