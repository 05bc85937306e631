import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPortal } from '../../../app/portal/open-portal.ts';
import { openDoor } from '../../../app/portal/door/open-door.ts';
import { PortalLinks } from '../../../app/portal/door/links.ts';
import type { Matter } from '../../../contracts/portal/paths.ts';
import { type Customer, customerSchema } from '../../../domain/customer/customer.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { portalApp } from '../../../web/portal/app.tsx';
import { type House, openHouse } from '../../support/lambdas/steps.ts';

let house: House;
let app: ReturnType<typeof portalApp>;
const pauses: number[] = [];
beforeAll(async () => {
  house = await openHouse();
  app = portalApp({
    door: openDoor(process.env),
    portal: openPortal(process.env),
    noteFailure: (error) => Promise.reject(error instanceof Error ? error : new Error(String(error))),
    pause: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
  });
});
afterAll(() => house.cloud.stop());
let count = 0;
let who: Customer;
beforeEach(async () => {
  pauses.length = 0;
  who = await customer();
});

const today = '2026-03-15';
const noon = (day = today) => Date.parse(`${day}T12:00:00Z`);

async function customer(more: Partial<Customer> = {}): Promise<Customer> {
  const customerId = `C-${(count += 1) + 100}`;
  const added = customerSchema.parse({
    customerId,
    name: `Customer ${count}`,
    kind: 'end-user',
    email: `Jane.${count}@Customer.example`,
    country: 'GB',
    locale: 'en-GB',
    ...more,
  });
  await house.post.customers.put(added);
  return added;
}

const linkFor = async (
  { customerId, email }: Customer,
  matter: Matter = { page: 'licences' },
  day = today,
) => {
  const linksOf = await new PortalLinks(process.env).of(noon(day));
  return linksOf(customerId, email)(matter).replace('https://page.example', '');
};

const ask = (path: string, init: RequestInit = {}, now = noon()) => app.request(path, init, { now });
const get = (path: string, cookie: string, now = noon()) => ask(path, { headers: { cookie } }, now);
const form = (
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  now = noon(),
) => ask(path, { method: 'POST', body: new URLSearchParams(fields), headers }, now);
const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

/** Whether a session leads to pages; these are not there yet in this test. */
const isIn = async (cookie: string, now = noon()) => {
  const { status, headers } = await get('/nothing', cookie, now);
  return status !== 303 || headers.get('location')?.startsWith('/sign-in') !== true;
};

test('a link leads to exactly what the mail is about, by a session that scripts and other sites cannot read', async () => {
  const link = await linkFor(who, { page: 'quote', number: 'Q-2026/7' });
  expect(link).not.toMatch(/jane|customer\.example/i);
  const entered = await ask(link);
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/quotes/Q-2026_2F7']);
  expect(entered.headers.get('set-cookie')).toMatch(
    /^__Host-session=[\w.-]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(await isIn(cookieOf(entered))).toBe(true);
  expect(await isIn('__Host-session=forged.forged')).toBe(false);
  expect(await isIn('')).toBe(false);
});

test('a scanner that opens a link any number of times changes nothing', async () => {
  const written: string[] = [];
  house.cloud.beforeDynamo = (operation) => {
    written.push(operation);
    return Promise.resolve();
  };
  const link = await linkFor(who);
  for (const path of [link, link, `${link}x`, '/in/x.y', '/sign-in', '/sign-in/sent']) await ask(path);
  await get('/licences', cookieOf(await ask(link)));
  house.cloud.beforeDynamo = () => Promise.resolve();
  expect(written).not.toEqual([]);
  expect(written.filter((operation) => !['GetItem', 'Query', 'BatchGetItem'].includes(operation))).toEqual(
    [],
  );
  expect(house.cloud.posted).toEqual([]);
});

test('an expired link lets nobody in; it offers a new one, which goes to the same address', async () => {
  const link = await linkFor(who, { page: 'invoice', number: 'R-1' });
  expect((await ask(link, {}, noon('2026-04-14'))).status).toBe(303);
  const late = await ask(link, {}, noon('2026-04-15'));
  expect([late.status, late.headers.get('set-cookie')]).toEqual([410, null]);
  const token = link.slice('/in/'.length);
  expect(await late.text()).toContain(token);
  const asked = await form('/in', { token }, {}, noon('2026-04-15'));
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in/sent']);
  const mail = house.cloud.posted.at(-1);
  expect(mail?.destinations).toEqual([who.email.replace('C', 'c')]);
  const { text = '', subject } = await simpleParser(mail?.message ?? '');
  expect(subject).toBe('Your link to Smart-Net');
  const fresh = /https:\/\/page\.example(\/in\/\S+)/.exec(text)?.[1] ?? '';
  const entered = await ask(fresh, {}, noon('2026-04-15'));
  expect(entered.headers.get('location')).toBe('/invoices/R-1');
});

test('a mail of a day long past, sent today, lets its reader in from today on', async () => {
  const licenceId = await house.licence(videoSma, {
    customerId: who.customerId,
    registeredOn: '2025-12-01',
    coverEnds: '2026-06-30',
  });
  await house.activity(licenceId, '2026-01-10', 'cancel');
  house.cloud.posted.length = 0;
  await house.deliver(licenceId, '2026-01-10', noon());
  const { text = '' } = await simpleParser(house.cloud.posted[0]?.message ?? '');
  const link = /https:\/\/page\.example(\/in\/\S+)/.exec(text)?.[1] ?? '';
  const entered = await ask(link);
  expect([entered.status, entered.headers.get('location')]).toEqual([303, `/licences/${licenceId}/resume`]);
  expect((await ask(link, {}, noon('2026-04-15'))).status).toBe(410);
});

test('when an address changes, its links and sessions are good no more', async () => {
  const link = await linkFor(who);
  const cookie = cookieOf(await ask(link));
  await house.post.customers.put({ ...who, email: 'new@customer.example' });
  expect((await ask(link)).status).toBe(404);
  expect(await isIn(cookie)).toBe(false);
  house.cloud.posted.length = 0;
  await form('/in', { token: link.slice('/in/'.length) });
  expect(house.cloud.posted).toEqual([]);
});

test('a contact that is removed is out, those that stay are in', async () => {
  const accounts = { ...who, billingEmail: 'ap@customer.example', alsoEmail: ['second@customer.example'] };
  await house.post.customers.put(accounts);
  const cookies = await Promise.all(
    ['ap@customer.example', 'second@customer.example', who.email].map(async (email) =>
      cookieOf(await ask(await linkFor({ ...who, email }))),
    ),
  );
  const stand = () => Promise.all(cookies.map((cookie) => isIn(cookie)));
  expect(await stand()).toEqual([true, true, true]);
  await house.post.customers.put({ ...accounts, alsoEmail: [], billingEmail: undefined });
  expect(await stand()).toEqual([false, false, true]);
});

test('a session ends by itself, and at sign-out wherever its cookie is', async () => {
  const cookie = cookieOf(await ask(await linkFor(who)));
  expect(await isIn(cookie, noon() + 8 * 3_600_000 - 1)).toBe(true);
  expect(await isIn(cookie, noon() + 8 * 3_600_000)).toBe(false);
  const out = await form('/sign-out', {}, { cookie });
  expect(out.headers.get('set-cookie')).toMatch(/^__Host-session=; Max-Age=0/);
  expect(await isIn(cookie)).toBe(false);
});

test('an address on file gets a link; one that is not gets the same answer after the same time', async () => {
  house.cloud.posted.length = 0;
  const signIn = async (address: string) => {
    const { status, headers } = await form('/sign-in', { address });
    return [status, Object.fromEntries(headers)];
  };
  const onFile = await signIn(who.email.toUpperCase());
  expect(house.cloud.posted.map(({ destinations }) => destinations)).toEqual([[who.email.replace('C', 'c')]]);
  house.cloud.posted.length = 0;
  for (const other of [
    'nobody@customer.example',
    'jane',
    '',
    'jane@customer',
    'x'.repeat(5000),
    'a b@c.example',
  ])
    expect(await signIn(other)).toEqual(onFile);
  expect(house.cloud.posted).toEqual([]);
  expect(pauses).toEqual(Array.from({ length: 7 }, () => 1500));
  house.cloud.treatments.push('reject');
  expect(await signIn((await customer()).email)).toEqual(onFile);
});

test('an address gets one mail in a quarter of an hour, however often it asks', async () => {
  house.cloud.posted.length = 0;
  const asks = async (now: number) => {
    const three = [1, 2, 3].map(async () => form('/sign-in', { address: who.email }, {}, now));
    await Promise.all(three);
  };
  await asks(noon());
  await asks(noon() + 14 * 60_000);
  expect(house.cloud.posted).toHaveLength(1);
  await asks(noon() + 15 * 60_000);
  expect(house.cloud.posted).toHaveLength(2);
});

test('a reader of several customers gets one mail with a link to each, and nobody else has them', async () => {
  const email = 'it@provider.example';
  await customer({ email, name: 'North' });
  await customer({ billingEmail: email, name: 'South' });
  await customer({ email: 'it@provider.example.org', name: 'Foreign' });
  house.cloud.posted.length = 0;
  await form('/sign-in', { address: email });
  const { text = '' } = await simpleParser(house.cloud.posted[0]?.message ?? '');
  expect(text).toContain('Open the page of North');
  expect(text).toContain('Open the page of South');
  expect(text).not.toContain('Foreign');
});

test('a form passes only from a page of the same site and, with a session, of the same session', async () => {
  const cookie = cookieOf(await ask(await linkFor(who)));
  const status = async (headers: Record<string, string>, fields = {}) =>
    (await form('/nothing', fields, { cookie, ...headers })).status;
  expect(await status({})).toBe(403);
  expect(await status({}, { csrf: 'A'.repeat(22) })).toBe(403);
  const foreign = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ];
  for (const headers of foreign) {
    expect((await form('/sign-in', { address: who.email }, headers)).status).toBe(403);
    expect((await form('/sign-out', {}, { cookie, ...headers })).status).toBe(403);
  }
  expect(await isIn(cookie)).toBe(true);
  const own = { origin: 'null', 'sec-fetch-site': 'same-origin' };
  expect((await form('/sign-out', {}, { cookie, ...own })).status).toBe(303);
});

test('every answer says that nothing of it is kept, framed, run or sent on', async () => {
  for (const answer of [
    await ask('/sign-in'),
    await ask('/in/x'),
    await ask('/nothing'),
    await form('/x', {}),
  ]) {
    const { headers } = answer;
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
  }
});
