import type { Browser, Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { overflowOf, violationsOn } from './accessibility.ts';
import { type Look, openPage } from './chromium.ts';
import type { PlayedSample } from './played-sample.ts';

/** Follows the button of the last mail to an address whose subject has a text, in a browser profile of its own. */
export async function followMail(
  { browser, sample }: { readonly browser: Browser; readonly sample: PlayedSample },
  address: string,
  subject: string,
  look: Look = {},
): Promise<Page> {
  const { links } = await sample.mailTo(address, subject);
  const link = links.find((each) => each.includes('/in/'));
  if (link === undefined) throw new Error(`the mail “${subject}” to ${address} leads to no page`);
  const page = await openPage(browser, look);
  await page.goto(link);
  return page;
}

/** Most bytes that a page may take in all. */
const mostBytes = 100_000;

/**
 * Opens a page and checks what holds for every one: no violation found by axe, no sideways scrolling, one request at most
 * beyond the document, all from its own site, and at most 100 kB.
 */
export async function checkPage(page: Page, address: string): Promise<void> {
  const requests: { readonly url: string; readonly bytes: Promise<number> }[] = [];
  const note = (response: Response) => {
    const isRedirect = response.status() >= 300 && response.status() < 400;
    const bytes = isRedirect ? Promise.resolve(0) : response.body().then(({ length }) => length);
    requests.push({ url: response.url(), bytes });
  };
  page.on('response', note);
  await page.goto(address, { waitUntil: 'networkidle' });
  page.off('response', note);
  const bytes = (await Promise.all(requests.map((each) => each.bytes))).reduce((sum, each) => sum + each, 0);
  const path = new URL(address).pathname;
  expect(bytes, `bytes of ${path}`).toBeLessThanOrEqual(mostBytes);
  expect(requests.length, `requests of ${path}`).toBeLessThanOrEqual(2);
  for (const { url } of requests) expect(new URL(url).origin).toBe(new URL(address).origin);
  await checkShown(page);
}

/** The same of the page that is shown, as far as it can be seen: what a form has led to is not asked for again. */
export async function checkShown(page: Page): Promise<void> {
  // A page that is checked before it has its style sheet looks wrong.
  await page.waitForLoadState('load');
  expect(await violationsOn(page), page.url()).toEqual([]);
  expect(await overflowOf(page), page.url()).toBe(0);
}

/**
 * The same of a page that is shown without JavaScript, or that only a form leads to: its HTML is shown once more in a browser
 * profile with JavaScript, as wide and as dark.
 */
export async function checkState(page: Page, theme: 'light' | 'dark' = 'light'): Promise<void> {
  const html = await page.content();
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser');
  const width = page.viewportSize()?.width ?? 1280;
  const mirror = await openPage(browser, { width, theme });
  const sizes: Promise<number>[] = [];
  await mirror.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html' }));
  mirror.on('response', (response) => sizes.push(response.body().then(({ length }) => length)));
  await mirror.goto(page.url(), { waitUntil: 'networkidle' });
  const bytes = (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0);
  expect(sizes.length, `requests of ${page.url()}`).toBeLessThanOrEqual(2);
  expect(bytes, `bytes of ${page.url()}`).toBeLessThanOrEqual(mostBytes);
  await checkShown(mirror);
  await mirror.context().close();
}

/** The page that a link to an address on file leads to, which was asked for at the page for signing in. */
export async function signIn(
  { browser, sample }: { readonly browser: Browser; readonly sample: PlayedSample },
  address: string,
  look: Look = {},
): Promise<Page> {
  const page = await openPage(browser, look);
  await page.goto(`${sample.cloud.outputs[outputs.portalAddress] ?? ''}/sign-in`);
  await page.locator('#address').fill(address);
  await page.locator('main button').click();
  await page.waitForURL('**/sign-in/sent');
  const { links } = await sample.lastMailTo(address);
  await page.goto(links.find((link) => link.includes('/in/')) ?? '');
  return page;
}
