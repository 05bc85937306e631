import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from '../../support/browser/chromium.ts';
import { recorded } from '../../support/browser/journal.ts';
import { openPlayedSample, type PlayedSample } from '../../support/browser/played-sample.ts';
import { checkState, followMail } from '../../support/browser/visit.ts';

const reader = 'it@forty.example';
const licences = ['ST-01', 'ST-02', 'ST-03'];
let sample: PlayedSample;
let browser: Browser;

beforeAll(async () => {
  sample = await openPlayedSample('desk-together', { from: '2026-03-01', to: '2026-03-01' }, licences);
  browser = await openChromium();
});

afterAll(async () => {
  await browser.close();
  await sample.close();
});

test('a shared quote is accepted for chosen licences, with the purchase order that its customer requires', async () => {
  const page = await followMail({ browser, sample }, reader, 'quote', { width: 320, theme: 'dark' });
  const quote = page.url();
  const next = page.getByRole('button', { name: 'Continue' });
  for (const licenceId of licences) await page.getByLabel(licenceId).uncheck();
  await page.getByLabel('1 year').check();
  await next.click();
  const alert = await page.getByRole('alert').innerText();
  expect(alert).toMatch(/3 entries.*at least one licence.*number of your purchase order.*your name/s);
  expect(await page.locator(':focus').getAttribute('name')).toBe('licences');
  await checkState(page, 'dark');

  await page.getByLabel('ST-01').check();
  await page.getByLabel('ST-03').check();
  await page.getByLabel('Purchase order number').fill('PO-4711');
  await page.getByLabel('Your name').fill('Dana Field');
  await next.click();
  await checkState(page, 'dark');
  const [total = ''] = /\$[\d,]+\.\d\d/.exec(await page.locator('.lead').innerText()) ?? [];
  await page.getByRole('button', { name: /^Accept for / }).click();
  expect(await page.getByRole('status').innerText()).toContain('ap@forty.example');
  expect(await page.getByRole('main').innerText()).toContain(total);
  await checkState(page, 'dark');
  const accepted = await Promise.all(licences.map((id) => recorded(sample, id, 'QuoteAccepted')));
  expect(accepted.map(({ length }) => length)).toEqual([1, 0, 1]);
  expect(accepted[2]?.[0]?.cause).toEqual({ by: 'reader', who: reader });
  expect(accepted[2]?.[0]?.event).toMatchObject({ po: 'PO-4711', by: 'Dana Field', years: 1 });

  await page.goto(quote);
  expect(await page.getByLabel('Your name').isVisible()).toBe(true);
  await page.context().close();
});
