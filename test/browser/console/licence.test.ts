import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedConsole, serveConsole } from '../../../cli/console/serve-console.ts';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { overflowOf, violationsOn } from '../../support/browser/accessibility.ts';
import { type Look, openChromium, openPage } from '../../support/browser/chromium.ts';
import { openPlayedSample, type PlayedSample } from '../../support/browser/played-sample.ts';

let sample: PlayedSample;
let served: ServedConsole;
let browser: Browser;
beforeAll(async () => {
  sample = await openPlayedSample('five-plans', { from: '2025-12-01', to: '2026-05-02' }, ['SN-1002']);
  const deployment = new Deployment(sample.cloud.outputs);
  const now = () => Promise.resolve('2026-05-02T10:00:00Z');
  served = await serveConsole({ deployment, now, place: 'embedded cloud' }, 0);
  browser = await openChromium();
});
afterAll(async () => {
  await browser.close();
  await served.stop();
  await sample.close();
});

test('somebody finds out why SN-1002 lapsed, reads a mail, and sends it again', async () => {
  const page = await open({ width: 1280 });
  await page.getByText('Maintenance lapsed on 2026-04-16: an invoice was payable until 2026-04-15').waitFor();
  await check(page);
  await page.getByRole('link', { name: 'Invoice e-mail' }).click();
  await page.frameLocator('iframe.mail').getByText('Dear customer,').waitFor();
  await check(page);

  const before = sample.cloud.mails().length;
  await page.getByRole('link', { name: 'Send this mail again' }).click();
  await check(page);
  await page.getByRole('button', { name: 'Send it again' }).click();
  await page.getByRole('status').getByText('The e-mail was sent.').waitFor();
  expect(sample.cloud.mails()).toHaveLength(before + 1);
  await page.context().close();
});

test('on a narrow dark screen, a note is written after its preview', async () => {
  const page = await open({ width: 320, theme: 'dark' });
  await check(page);
  await page.getByRole('link', { name: 'Add a note' }).first().click();
  await check(page);
  await page.getByRole('button', { name: 'Show what will happen' }).click();
  await page.getByText('Enter note.').waitFor();
  await page.getByLabel('Note').fill('Ms Ngata asks for post');
  await page.getByRole('button', { name: 'Show what will happen' }).click();
  await page.getByText('No mail is sent.').waitFor();
  await check(page);
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByRole('status').getByText('Note: Ms Ngata asks for post').waitFor();
  await page.context().close();
});

async function open(look: Look): Promise<Page> {
  const page = await openPage(browser, look);
  await page.goto(served.address);
  await page.goto(new URL('/licences/SN-1002', served.address).href);
  return page;
}

async function check(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
}
