import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from '../../support/browser/chromium.ts';
import { entriesOf, recorded } from '../../support/browser/journal.ts';
import { openPlayedSample, type PlayedSample } from '../../support/browser/played-sample.ts';
import { checkState, followMail, signIn } from '../../support/browser/visit.ts';

// What customers do besides: click twice, go back, use two tabs, come late. Never a double action, always a clear page.
const postmaster = 'postmaster@desert-mail.example';
const technik = 'technik@kaufhaus-sued.example';
let sample: PlayedSample;
let browser: Browser;
let opened: { browser: Browser; sample: PlayedSample };

beforeAll(async () => {
  const days = { from: '2026-05-01', to: '2026-05-01' };
  sample = await openPlayedSample('five-plans', days, ['ST-4001', 'ST-4003', 'SMA-5003']);
  browser = await openChromium();
  opened = { browser, sample };
});

afterAll(async () => {
  await browser.close();
  await sample.close();
});

const open = (page: Page, to: string) => page.goto(new URL(to, page.url()).href);
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const count = async (licenceId: string, type: Parameters<typeof recorded>[2]) =>
  (await recorded(sample, licenceId, type)).length;

/** Where the focus is, and what the page says about it. */
async function focused(page: Page) {
  const field = page.locator(':focus');
  const notes = (await field.getAttribute('aria-describedby')) ?? '';
  const [error = ''] = notes.split(' ').filter((id) => id.endsWith('-error'));
  return {
    name: await field.getAttribute('name'),
    isInvalid: await field.getAttribute('aria-invalid'),
    error: await page.locator(`#${error}`).innerText(),
  };
}

test('what cannot be used is named with its remedy, keeps what was typed and has the focus', async () => {
  const page = await followMail(opened, postmaster, 'quote');
  const quote = page.url();
  await page.getByLabel('Purchase order').fill('4711\u202E'.padEnd(100_000, 'x'));
  await press(page, 'Continue');
  expect(await page.title()).toMatch(/^Error: /);
  expect(await focused(page)).toEqual({
    name: 'po',
    isInvalid: 'true',
    error: 'Your text has 100,000 characters. Please shorten it to 60 or fewer.',
  });
  expect(await page.getByRole('alert').innerText()).toMatch(/2 entries.*100,000.*Enter your name/s);
  expect((await page.getByLabel('Purchase order').inputValue()).length).toBe(20_000);
  await checkState(page);

  await page.getByLabel('Purchase order').fill('PO\u202E77 🎉');
  await page.getByLabel('Your name').fill('دانا 🙂');
  await press(page, 'Continue');
  expect((await focused(page)).error).toMatch(
    /^“PO.*77 🎉” cannot be used here\. Enter plain text on one line\.$/,
  );
  expect(await page.getByLabel('Your name').inputValue()).toBe('دانا 🙂');

  await page.goto(`${quote}/decline`);
  await press(page, 'Decline the quote');
  expect(await focused(page)).toMatchObject({
    name: 'reason',
    error: 'Please enter a reason in a few words.',
  });
  await page.getByLabel('Why do you decline?').fill('too dear '.repeat(12_000));
  await press(page, 'Decline the quote');
  expect((await focused(page)).error).toContain('107,999 characters. Please shorten it to 500');
  await checkState(page);
  expect(await count('ST-4001', 'QuoteDeclined')).toBe(0);
  await page.context().close();
});

test('a double click orders once; so do going back and sending the form again', async () => {
  const page = await followMail(opened, postmaster, 'quote');
  await page.getByLabel('Purchase order').fill('PO-1');
  await page.getByLabel('Your name').fill('Dana Field');
  await press(page, 'Continue');
  await press(page, 'Change something');
  expect(await page.getByLabel('Your name').inputValue()).toBe('Dana Field');
  await press(page, 'Continue');
  await page.getByRole('button', { name: /^Accept for / }).dblclick();
  await page.getByText('Thank you. Your order is placed.').waitFor();
  expect(await page.getByRole('status').innerText()).toContain(
    `We are emailing this invoice to ${postmaster}.`,
  );
  expect(await count('ST-4001', 'QuoteAccepted')).toBe(1);

  await page.goBack();
  await page.getByRole('heading', { name: 'Accept the quote?' }).waitFor();
  await press(page, /^Accept for /);
  await page.getByText('Your browser sent this form more than once. We carried it out once.').waitFor();
  await checkState(page);
  expect(await count('ST-4001', 'QuoteAccepted')).toBe(1);
  expect(await count('ST-4001', 'InvoiceIssued')).toBe(1);
  await page.context().close();
});

test('of two tabs that edit the details, the second is told what changed and keeps what it typed', async () => {
  const page = await followMail(opened, postmaster, 'quote');
  await open(page, '/account/edit');
  const second = await page.context().newPage();
  await open(second, page.url()).catch(() => second.goto(page.url()));

  await page.getByLabel('VAT number').fill('not one');
  await page.getByLabel('Standing purchase order').fill('PO-FIRST');
  await press(page, 'Continue');
  expect(await focused(page)).toMatchObject({ name: 'vatId' });
  await page.getByLabel('VAT number').fill('ATU12345675');
  await press(page, 'Continue');

  await second.getByLabel('Standing purchase order').fill('PO-SECOND');
  await second.getByLabel('Buyer reference').fill('Floor 3');
  await press(second, 'Continue');
  await second.getByRole('heading', { name: 'Save these changes?' }).waitFor();

  await page.getByRole('button', { name: 'Save' }).dblclick();
  await page.getByText('Your details are saved.').waitFor();

  await press(second, 'Save');
  const told = await second.getByRole('alert').innerText();
  expect(told).toMatch(/Somebody else has changed.*VAT number: ATU12345675.*PO-FIRST/s);
  await checkState(second);
  expect(await second.getByLabel('VAT number').inputValue()).toBe('ATU12345675');
  expect(await second.getByLabel('Standing purchase order').inputValue()).toBe('PO-SECOND');
  expect(await second.getByLabel('Buyer reference').inputValue()).toBe('Floor 3');
  await second.getByText('You both changed this. On file is now: PO-FIRST.').waitFor();
  expect(await entriesOf(sample, 'C-MAIL')).toHaveLength(1);
  await press(second, 'Continue');
  await press(second, 'Save');
  await second.getByText('Your details are saved.').waitFor();
  const entries = await entriesOf(sample, 'C-MAIL');
  expect(entries).toHaveLength(2);
  expect(JSON.stringify(entries.at(-1))).not.toContain('vatId');
  await page.context().close();
});

test('a form that comes after sign-out, or of another session, does nothing and says so', async () => {
  const page = await followMail(opened, technik, 'SMA-5003');
  await open(page, '/language/en?to=/licences/SMA-5003/cancel');
  const second = await page.context().newPage();
  await second.goto(page.url());
  await press(second, 'Sign out');
  await second.getByText('You have signed out.').waitFor();
  await second.goBack();
  expect(await heading(second)).toBe('Sign in');
  await press(page, 'Cancel the renewal');
  expect(await heading(page)).toBe('Your session has ended');
  await checkState(page);

  const other = await signIn(opened, technik);
  await open(other, '/licences/SMA-5003/cancel');
  await page.goto((await sample.lastMailTo(technik)).links.find((link) => link.includes('/in/')) ?? '');
  await open(page, '/licences/SMA-5003/cancel');
  const foreign = await other.locator('main [name=csrf]').getAttribute('value');
  await page.evaluate(`document.querySelector('main [name=csrf]').value = ${JSON.stringify(foreign)}`);
  await press(page, 'Cancel the renewal');
  expect(await heading(page)).toBe('This form is no longer valid');
  await checkState(page);
  expect(await count('SMA-5003', 'RenewalCancelled')).toBe(0);
  await other.context().close();
  await page.context().close();
});

test('a form stays good when its reader follows the link of a mail once more', async () => {
  const page = await followMail(opened, technik, 'SMA-5003');
  await open(page, '/language/en?to=/account/mails/stop');
  const second = await page.context().newPage();
  const { links } = await sample.mailTo(technik, 'SMA-5003');
  await second.goto(links.find((link) => link.includes('/in/')) ?? '');
  await press(page, 'Unsubscribe');
  await page.getByText('You will receive no more reminders, offers and news.').waitFor();
  await page.context().close();
});

test('an address that its reader removes is signed out, and told so; a quote that expires meanwhile is not accepted', async () => {
  const page = await followMail(opened, postmaster, 'quote');
  await open(page, '/licences/ST-4003/quote');
  await press(page, 'Ask for a quote');
  await page.getByText('Here is the quote.').waitFor();
  const until = /accept it until (\w+ \d+, \d{4})/.exec(await page.getByRole('main').innerText())?.[1] ?? '';
  const lastDay = Date.parse(`${until} UTC`);
  const { pathname } = new URL(page.url());
  await page.context().close();

  // Five and seventeen hours past midnight in UTC: still the last day in Phoenix, and the day after.
  const hour = 3_600_000;
  sample.cloud.clock.set(new Date(lastDay + 29 * hour).toISOString());
  const late = await signIn(opened, postmaster);
  await open(late, pathname);
  await late.getByLabel('Your name').fill('Dana Field');
  await press(late, 'Continue');
  sample.cloud.clock.set(new Date(lastDay + 33 * hour).toISOString());
  await press(late, /^Accept for /);
  expect(await heading(late)).toBe('This has changed in the meantime');
  await late.getByText('has expired. You can ask for a new one.').waitFor();
  await checkState(late);
  expect(await count('ST-4003', 'QuoteAccepted')).toBe(0);

  await open(late, '/account/edit');
  await late.getByLabel('Email address', { exact: true }).fill('new@desert-mail.example');
  await press(late, 'Continue');
  await late.getByText('You will be signed out.').waitFor();
  await checkState(late);
  await press(late, 'Save');
  await late.getByText('Your details are saved. You are signed out').waitFor();
  await checkState(late);
  await open(late, '/licences');
  expect(await heading(late)).toBe('Sign in');
  await late.context().close();
});
