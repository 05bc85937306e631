import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveConsole, type ServedConsole } from '../../../cli/console/serve-console.ts';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { openChromium, openPage } from '../../support/browser/chromium.ts';
import { openPlayedSample, type PlayedSample } from '../../support/browser/played-sample.ts';
import { checkShown } from '../../support/browser/visit.ts';

let sample: PlayedSample;
let served: ServedConsole;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  const licences = ['SN-1002', 'SMA-5001'];
  sample = await openPlayedSample('five-plans', { from: '2025-12-01', to: '2026-04-29' }, licences);
  const deployment = new Deployment(sample.cloud.outputs);
  const now = () => Promise.resolve('2026-04-29T10:00:00Z');
  served = await serveConsole({ deployment, now, place: 'embedded cloud' }, 0);
  browser = await openChromium();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
  await sample.close();
});

// Each task begins where `npm start` ends: the address that it prints, and nothing else.
beforeEach(async () => {
  page = await openPage(browser);
  await page.goto(served.address);
  return () => page.context().close();
});

const main = () => page.getByRole('main');
const place = (name: string) => page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name });

test('why did SN-1002 lapse? One search, no click', async () => {
  await page.getByRole('searchbox', { name: 'Search' }).fill('SN-1002');
  await page.keyboard.press('Enter');
  await main().getByText('an invoice was payable until 2026-04-15 and is unpaid.').first().waitFor();
  await main().getByText('To reinstate it, issue a quote.').waitFor();
  await checkShown(page);
});

test('what goes out tomorrow? The place Due, the plan, and Tomorrow', async () => {
  await place('Due').click();
  await page.getByLabel('Plan', { exact: true }).selectOption({ label: 'Software Maintenance Agreement' });
  await page.getByRole('button', { name: 'Show' }).click();
  await main().getByRole('link', { name: 'Tomorrow' }).click();
  await main().getByText('What the runs of 2026-04-30 send and do if nobody acts.').waitFor();
  const row = page.getByRole('row').filter({ hasText: 'SMA-5001' });
  expect(await row.innerText()).toMatch(/2026-04-30\s+reminder payment-60\s+.*EUR 825\.37/s);
  await checkShown(page);
});

test('resend an invoice: from the list of open invoices, with its recipient shown first', async () => {
  const before = sample.cloud.mails().length;
  await place('Invoices').click();
  await page.getByLabel('Plan', { exact: true }).selectOption({ label: 'Software Maintenance Agreement' });
  await page.getByRole('button', { name: 'Show' }).click();
  await main().getByRole('link', { name: 'SMA-5001' }).click();
  await main().getByRole('link', { name: 'Send again' }).click();
  await main().getByText('rechnung@kaufhaus-sued.example').waitFor();
  await checkShown(page);
  await page.getByRole('button', { name: 'Send it again' }).click();
  await page.getByRole('status').getByText('The e-mail was sent.').waitFor();
  expect(sample.cloud.mails()).toHaveLength(before + 1);
});
