import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium, openPage } from '../../support/browser/chromium.ts';
import { checkShown } from '../../support/browser/visit.ts';
import { openHostedConsole } from '../../support/web/hosted-console.ts';

let site: Awaited<ReturnType<typeof openHostedConsole>>;
let browser: Browser;
beforeAll(async () => {
  site = await openHostedConsole('2026-03-10T12:00:00Z');
  browser = await openChromium();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** Signs in with the page's own policy of content in force; then gives a page that axe can look at. */
async function signedIn(person: object, width: number, theme: 'light' | 'dark'): Promise<Page> {
  site.issuer.signInAs(person as Readonly<Record<string, unknown>>);
  const strict = await browser.newContext();
  const first = await strict.newPage();
  await first.goto(`${site.address}/licences/L-1`);
  await first.waitForURL(`${site.address}/licences/L-1`);
  expect(await first.title()).toContain('L-1');
  const { cookies } = await strict.storageState();
  expect(await first.evaluate<string>('document.cookie')).toBe('');
  await strict.close();
  const page = await openPage(browser, { width, theme });
  await page.context().addCookies(cookies);
  return page;
}

test('an operator signs in, acts, and signs out', async () => {
  const page = await signedIn(
    { sub: 'o', email: 'otto@vendor.example', groups: ['renewals-operators'] },
    1280,
    'light',
  );
  await page.goto(`${site.address}/licences/L-1/do/note`);
  await page.fill('textarea[name=note]', 'called');
  await page.click('text=Show what will happen');
  await checkShown(page);
  await page.click('form.confirm:not(.again) button.primary');
  await page.waitForURL(/\/licences\/L-1\?request=/);
  await checkShown(page);
  expect(await page.textContent('main')).toContain('otto@vendor.example');
  await page.click('text=Sign out');
  await checkShown(page);
  expect(await page.textContent('h1')).toBe('You have signed out');
  await page.context().close();
}, 300_000);

test('a reader looks, at 320 px, and has no way to act', async () => {
  const page = await signedIn(
    { sub: 'r', email: 'rita@vendor.example', groups: ['renewals-readers'] },
    320,
    'dark',
  );
  for (const path of ['/', '/licences/L-1', '/customers/C-1', '/licences/L-1/do/note']) {
    await page.goto(`${site.address}${path}`);
    await checkShown(page);
    expect(await page.locator('main form[method=post]').count()).toBe(0);
  }
  await page.context().close();
}, 300_000);

test('a person who has no role is told so', async () => {
  site.issuer.signInAs({ sub: 's', email: 'sam@vendor.example', groups: ['staff'] });
  const page = await openPage(browser, { width: 320 });
  await page.goto(site.address);
  await page.waitForSelector('text=has no role in the console');
  await checkShown(page);
  await page.goto(`${site.address}/sign-in/back?error=access_denied&error_description=<b>No</b>`);
  await checkShown(page);
  expect(await page.textContent('main')).toContain('<b>No</b>');
  await page.context().close();
}, 300_000);
