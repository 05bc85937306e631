import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { overflowOf, violationsOn } from '../../support/browser/accessibility.ts';
import { openChromium, openPage } from '../../support/browser/chromium.ts';
import { openPlayedSample, type PlayedSample } from '../../support/browser/played-sample.ts';

let sample: PlayedSample;
let browser: Browser;

beforeAll(async () => {
  sample = await openPlayedSample('five-plans', { from: '2026-04-25', to: '2026-05-02' }, ['ST-4001']);
  browser = await openChromium();
});

afterAll(async () => {
  await browser.close();
  await sample.close();
});

test('a reader leaves the mails of a licence by the link in one, and comes back', async () => {
  const { links } = await sample.mailTo('postmaster@desert-mail.example', 'ST-4001');
  const stopLink = links.find((link) => link.includes('token='));
  const page = await openPage(browser, { width: 320 });
  await page.goto(stopLink ?? 'about:blank');
  await check(page);

  await page.getByRole('button', { name: 'Unsubscribe for this licence' }).click();

  await page.getByText('You unsubscribed from reminders').waitFor();
  await check(page);

  await page.getByRole('button', { name: 'Subscribe again for this licence' }).click();
  await page.getByText('SmarterTools sends you reminders').waitFor();
  await page.context().close();
});

async function check(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
}
