import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UpdateStore } from '../../../adapters/dynamodb/updates/updates.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { openChromium } from '../../support/browser/chromium.ts';
import { entriesOf, recorded } from '../../support/browser/journal.ts';
import { openPlayedSample, type PlayedSample } from '../../support/browser/played-sample.ts';
import { checkState, followMail, signIn } from '../../support/browser/visit.ts';

// Every form as a customer sends it: in German, in the dark, at 320 px and without JavaScript.
const look = { width: 320, theme: 'dark', locale: 'de-DE', javaScript: false } as const;
const postmaster = 'postmaster@desert-mail.example';
const technik = 'technik@kaufhaus-sued.example';
const shop = 'shop@bender-fab.example';
let sample: PlayedSample;
let browser: Browser;
let opened: { browser: Browser; sample: PlayedSample };

beforeAll(async () => {
  const days = { from: '2026-05-01', to: '2026-05-01' };
  sample = await openPlayedSample('five-plans', days, ['ST-4001', 'ST-4003', 'SMA-5003', 'VT-3004']);
  browser = await openChromium();
  opened = { browser, sample };
});

afterAll(async () => {
  await browser.close();
  await sample.close();
});

/** The page in German, as its reader would choose. */
async function inGerman(page: Page): Promise<Page> {
  const { origin, pathname } = new URL(page.url());
  await page.goto(`${origin}/language/de?to=${encodeURIComponent(pathname)}`);
  return page;
}

const path = (page: Page) => new URL(page.url()).pathname;
const open = (page: Page, to: string) => page.goto(new URL(to, page.url()).href);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();

/** What the page says has happened and what comes next. It is as every page has to be. */
async function outcomeOn(page: Page): Promise<string> {
  const said = await page.getByRole('status').innerText();
  await checkState(page, 'dark');
  return said;
}

async function lastCause(licenceId: string, type: Parameters<typeof recorded>[2]) {
  return (await recorded(sample, licenceId, type)).at(-1)?.cause;
}

test('declining a quote with a reason, and asking for a new one', async () => {
  const page = await inGerman(await followMail(opened, postmaster, 'quote', look));
  await follow(page, 'Angebot ablehnen');
  await checkState(page, 'dark');
  await page.getByLabel('Warum lehnen Sie ab?').fill('Zu teuer 🙂\nשלום');
  await press(page, 'Angebot ablehnen');
  expect(await outcomeOn(page)).toMatch(/Sie haben das Angebot abgelehnt\..*jederzeit anfordern/s);
  const [declined] = await recorded(sample, 'ST-4001', 'QuoteDeclined');
  expect(declined?.event).toMatchObject({ reason: 'Zu teuer 🙂\nשלום' });
  expect(declined?.cause).toEqual({ by: 'reader', who: postmaster });

  await follow(page, 'Neues Angebot anfordern');
  await checkState(page, 'dark');
  await press(page, 'Angebot anfordern');
  expect(await outcomeOn(page)).toContain(`per E-Mail an ${postmaster}`);
  const number = path(page).split('/').at(-1) ?? '';
  expect((await sample.lastMailTo(postmaster)).text).toContain(number);
  expect(await lastCause('ST-4001', 'QuoteIssued')).toEqual({ by: 'reader', who: postmaster });
  await page.context().close();
});

test('a ticket is opened, remote access granted and revoked, and the ticket closed', async () => {
  const page = await inGerman(await followMail(opened, postmaster, 'quote', look));
  await open(page, '/licences/ST-4003/support');
  await follow(page, 'Ticket öffnen');
  await page.getByLabel(/Version/).fill('18,1 beta');
  await press(page, 'Ticket öffnen');
  const version = page.getByLabel(/Version/);
  expect(await version.inputValue()).toBe('18,1 beta');
  await page.getByText('„18,1 beta“ ist keine Version.').first().waitFor();
  await checkState(page, 'dark');
  await version.fill('18.1');
  await press(page, 'Ticket öffnen');
  expect(await outcomeOn(page)).toContain(`Die Nummer senden wir per E-Mail an ${postmaster}`);
  expect(await lastCause('ST-4003', 'TicketOpened')).toEqual({ by: 'reader', who: postmaster });
  const steps = [
    ['Fernzugriff erlauben', 'Der Fernzugriff ist erlaubt.', 'RemoteAccessGranted'],
    ['Fernzugriff widerrufen', 'Der Fernzugriff ist widerrufen.', 'RemoteAccessEnded'],
    ['Ticket schließen', 'Das Ticket ist geschlossen.', 'TicketClosed'],
  ] as const;
  for (const [name, said, type] of steps) {
    await follow(page, name);
    await checkState(page, 'dark');
    await press(page, name);
    expect(await outcomeOn(page)).toContain(said);
    expect(await lastCause('ST-4003', type)).toEqual({ by: 'reader', who: postmaster });
  }
  await page.context().close();
});

test('another edition is quoted and ordered, and modules are ordered', async () => {
  const page = await followMail(opened, technik, 'SMA-5003', look);
  await open(page, '/licences/SMA-5003/change');
  await press(page, 'Weiter');
  await page.getByText('Bitte wählen Sie zuerst etwas aus.').waitFor();
  await checkState(page, 'dark');
  await page.getByLabel(/CAM-16/).check();
  await page.getByLabel(/POS/).check();
  await press(page, 'Weiter');
  await checkState(page, 'dark');
  await page.getByRole('button', { name: /^Für .* bestellen$/ }).click();
  expect(await outcomeOn(page)).toContain('per E-Mail an rechnung@kaufhaus-sued.example');
  expect(path(page)).toMatch(/^\/invoices\/SMA-2026-/);
  expect(await lastCause('SMA-5003', 'InvoiceIssued')).toEqual({ by: 'reader', who: technik });

  await open(page, '/licences/SMA-5003/change');
  await page.getByRole('link', { name: /^Enterprise/ }).click();
  await checkState(page, 'dark');
  await press(page, 'Angebot anfordern');
  expect(await outcomeOn(page)).toContain(`per E-Mail an ${technik}`);
  await follow(page, 'Weiter');
  await checkState(page, 'dark');
  await page.getByRole('button', { name: /annehmen$/ }).click();
  await page.getByRole('status').waitFor();
  expect(await outcomeOn(page)).toContain('Vielen Dank für Ihre Bestellung.');
  expect(await lastCause('SMA-5003', 'ChangeAccepted')).toEqual({ by: 'reader', who: technik });
  await page.context().close();
});

test('the password of an update is asked for, and news of updates are left and joined', async () => {
  await new UpdateStore(documentClient(), sample.settings).publish({
    planId: 'vtube-laser-smp',
    product: 'VTube-LASER',
    version: '26.1',
    publishedOn: civilDate('2026-04-20'),
  });
  const page = await inGerman(await signIn(opened, shop, look));
  await open(page, '/licences/VT-3004/updates');
  await page.getByRole('link', { name: /Passwort anfordern/ }).click();
  await checkState(page, 'dark');
  await press(page, 'Passwort anfordern');
  expect(await outcomeOn(page)).toContain(`Wir senden es auch per E-Mail an ${shop}`);
  const password = await page.locator('code').innerText();
  expect(password).toMatch(/^\w{5}-\w{5}-\w{5}$/);
  expect((await sample.lastMailTo(shop)).text).toContain(password);
  expect(await lastCause('VT-3004', 'UpdatePasswordGiven')).toEqual({ by: 'reader', who: shop });
  for (const [name, type] of [
    ['Nachrichten abbestellen', 'AnnouncementsLeft'],
    ['Nachrichten wieder bestellen', 'AnnouncementsJoined'],
  ] as const) {
    await follow(page, name);
    await checkState(page, 'dark');
    await press(page, name);
    expect(await outcomeOn(page)).toMatch(/Updates? für diese Lizenz/);
    expect(await lastCause('VT-3004', type)).toEqual({ by: 'reader', who: shop });
  }
  await page.context().close();
});

test('mails are stopped and sent again, details are changed, and all that is stored is a file', async () => {
  const page = await signIn(opened, 'rechnung@kaufhaus-sued.example', look);
  const who = 'rechnung@kaufhaus-sued.example';
  await open(page, '/account/mails');
  for (const [name, type] of [
    ['Abbestellen', 'MailsStopped'],
    ['Wieder bestellen', 'MailsResumed'],
  ] as const) {
    await page.getByRole('link', { name: `${name} SMA-5003` }).click();
    await checkState(page, 'dark');
    await press(page, name);
    expect(await outcomeOn(page)).toContain('Erinnerungen, Angebote und Neuigkeiten');
    expect(await lastCause('SMA-5003', type)).toEqual({ by: 'reader', who });
  }

  await open(page, '/account/edit');
  await page.getByLabel('USt-IdNr.').fill('de 123 456 789');
  await page.getByLabel('Dauerhafte Bestellnummer').fill('B-2026/7 🎁');
  await page
    .getByLabel('Weitere Adressen', { exact: true })
    .fill('zwei@kaufhaus-sued.example\nنداء@example.com');
  await page.getByLabel('Postanschrift').fill('مؤسسة الجنوب\nHauptstraße 1\n10115 Berlin');
  await press(page, 'Weiter');
  await page.getByText('„نداء@example.com“').first().waitFor();
  await checkState(page, 'dark');
  await page.getByLabel('Weitere Adressen', { exact: true }).fill('zwei@kaufhaus-sued.example');
  await press(page, 'Weiter');
  await checkState(page, 'dark');
  await press(page, 'Angaben ändern');
  expect(await page.getByLabel('Dauerhafte Bestellnummer').inputValue()).toBe('B-2026/7 🎁');
  await press(page, 'Weiter');
  await press(page, 'Speichern');
  expect(await outcomeOn(page)).toMatch(/Ihre Angaben sind gespeichert\..*alle Ihre Lizenzen/s);
  const entry = (await entriesOf(sample, 'C-KAUF')).at(-1);
  expect(entry).toMatchObject({ type: 'edited', who });
  expect(JSON.stringify(entry)).toContain('مؤسسة الجنوب');

  const file = await page.context().request.get(new URL('/account/export', page.url()).href);
  expect(file.headers()['content-disposition']).toContain('attachment');
  expect(await file.text()).toContain('B-2026/7 🎁');
  await page.context().close();
});
