import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { timeOfCloud } from '../../../client/clock/embedded-clock.ts';
import { serveConsole, type ServedConsole } from '../../../cli/console/serve-console.ts';
import { overflowOf, violationsOn } from '../../support/browser/accessibility.ts';
import { openChromium, openPage } from '../../support/browser/chromium.ts';
import { openPlayedSample, type PlayedSample } from '../../support/browser/played-sample.ts';

let sample: PlayedSample;
let served: ServedConsole;
let browser: Browser;
beforeAll(async () => {
  sample = await openPlayedSample('five-plans', { from: '2026-01-10', to: '2026-01-16' }, [
    'SN-1001',
    'SN-1002',
  ]);
  const deployment = new Deployment(sample.cloud.outputs);
  const now = () => timeOfCloud(process.env, new Date().toISOString());
  served = await serveConsole({ deployment, place: 'embedded cloud', now }, 0);
  browser = await openChromium();
});
afterAll(async () => {
  await browser.close();
  await served.stop();
  await sample.close();
});

async function open(path: string, width: number, theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await openPage(browser, { width, theme });
  await page.goto(served.address);
  await page.goto(new URL(path, served.address).href);
  return page;
}

const run = '/executions/smart-net-user-group-20260114T1700Z';

describe.each([
  ['/executions', 'Executions'],
  ['/executions/plans/smart-net-user-group', 'Executions of Smart-Net and Smart-RAS User Group'],
  [run, 'Smart-Net and Smart-RAS User Group, 2026-01-15'],
  [`${run}/states/Issue%20invoices`, 'Issue invoices'],
  [`${run}/batches`, 'Batches'],
  [`${run}/again`, 'Run the day again'],
  ['/plans', 'Plans'],
  ['/plans/video-sma', 'Software Maintenance Agreement'],
  ['/clock', 'Clock of the embedded cloud'],
])('%s', (path, title) => {
  test.each([
    [320, 'dark'],
    [1280, 'light'],
  ] as const)('has no barrier at %i pixels, %s', async (width, theme) => {
    const page = await open(path, width, theme);
    expect(await page.locator('h1').textContent()).toBe(title);
    expect(await violationsOn(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    await page.context().close();
  });
});

test('the picture says how many licences went where, and leads to them', async () => {
  const page = await open(run, 1280);
  await page.getByRole('link', { name: 'Issue invoices 2' }).click();
  await page.waitForURL(/states/);
  expect(await page.locator('tbody tr').allTextContents()).toEqual([
    expect.stringMatching(/^SN-1001Invoice issued; mailed: invoice/),
    expect.stringMatching(/^SN-1002Invoice issued; mailed: invoice/),
  ]);
  await page.context().close();
});

test('the clock moves a day, and shows what ran', async () => {
  const page = await open('/clock', 1280);
  await page.getByRole('button', { name: 'Move a day' }).click();
  await page
    .getByText(/^[1-9]\d* schedules fired\. No run had anything to do\.$/)
    .waitFor({ timeout: 30_000 });
  expect(await page.locator('.lead').textContent()).toMatch(/^It is 2026-01-17 /);
  await page.context().close();
});
