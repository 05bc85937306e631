import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environment } from '../../../contracts/deployment/environment.ts';
import type { Customer } from '../../../domain/customer/customer.ts';
import { netjapanMaintenance as plan } from '../../../plans/netjapan-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { faultsIn } from '../../support/mail/validator.ts';
import { type House, openHouse } from '../../support/lambdas/steps.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.cloud.stop());

const today = '2026-01-30';

interface Response {
  readonly statusCode: number;
  readonly body: string;
}

/** Asks the page as a browser or a mail program does, at noon of a day. */
async function ask(
  method: 'GET' | 'POST',
  link: string,
  body?: string,
  day = today,
  language = 'en-GB',
): Promise<Response> {
  const { handler } = (await import('../../../lambdas/http/unsubscribe.ts')) as {
    handler: (event: unknown) => Promise<Response>;
  };
  return handler({
    headers: { 'accept-language': language },
    queryStringParameters: { token: new URL(link).searchParams.get('token') ?? '' },
    requestContext: { timeEpoch: Date.parse(`${day}T12:00:00Z`), http: { method } },
    ...(body !== undefined && { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }),
  });
}

/** The last mail that went out, with its raw headers. */
async function lastMail() {
  const { message = '' } = house.cloud.posted.at(-1) ?? {};
  const unfolded = message.replaceAll(/\r\n[ \t]+/g, ' ');
  const link = /^List-Unsubscribe: <([^>]+)>\r?$/m.exec(unfolded)?.[1] ?? '';
  return { unfolded, link, text: (await simpleParser(message)).text ?? '' };
}

/** A licence whose automatic quote has been mailed, and the link in that mail. */
async function offered() {
  const licenceId = await house.licence(plan, { coverEnds: '2026-03-31' });
  await house.step('quote', { planId: plan.id, today, licenceId });
  await house.deliver(licenceId, today);
  return { licenceId, ...(await lastMail()) };
}

const stoppedOn = async (licenceId: string) =>
  (await house.stored(licenceId)).licence.correspondence.stoppedOn;

test('an offer has a link by which it is stopped with one click, in its head and in its text', async () => {
  const { link, unfolded, text } = await offered();
  expect(link).toMatch(/^https:\/\/stop\.example\/\?token=[\w-]+\.[\w-]+$/);
  expect(unfolded).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  expect(text).toContain(link);
});

test('contractual notices and bills have none', async () => {
  const licenceId = await house.licence(videoSma, { coverEnds: '2026-01-30' });
  const before = house.cloud.posted.length;
  await house.runDay(videoSma, licenceId, today);
  await house.runDay(videoSma, licenceId, '2026-01-31');
  const sent = house.cloud.posted.slice(before);
  expect(sent.length).toBeGreaterThan(1);
  for (const { message } of sent) expect(message).not.toMatch(/List-Unsubscribe|stop\.example/);
});

test('to open the page changes nothing, and it has a button for one licence and for all', async () => {
  const { licenceId, link } = await offered();
  const { statusCode, body } = await ask('GET', link);
  expect(statusCode).toBe(200);
  expect(body).toContain(licenceId);
  expect(body).toContain('value="stop-licence"');
  expect(body).toContain('value="stop-customer"');
  expect(await stoppedOn(licenceId)).toBeUndefined();
});

test('one click stops the mails of the licence, once, and is journalled', async () => {
  const { licenceId, link } = await offered();
  const other = await house.licence(plan, { coverEnds: '2026-03-31' });
  for (let click = 0; click < 2; click += 1) await ask('POST', link, 'List-Unsubscribe=One-Click');
  const stops = (await house.post.licences.events(licenceId)).filter(
    (event) => event.type === 'MailsStopped',
  );
  expect(stops).toMatchObject([{ by: 'unsubscribe', scope: 'licence', date: today }]);
  expect(await stoppedOn(other)).toBeUndefined();

  await house.step('remind', { planId: plan.id, today, licenceId });
  expect(await house.deliver(licenceId, today)).toMatchObject([{ status: 'skipped' }]);
});

test('all licences of the customer can be stopped, and it can be taken back on the same page', async () => {
  const { licenceId, link } = await offered();
  const other = await house.licence(plan, { coverEnds: '2026-03-31' });
  expect((await ask('POST', link, 'do=stop-customer')).body).toContain('value="resume-customer"');
  expect([await stoppedOn(licenceId), await stoppedOn(other)]).toEqual([today, today]);
  await ask('POST', link, 'do=resume-customer');
  expect([await stoppedOn(licenceId), await stoppedOn(other)]).toEqual([undefined, undefined]);
});

test('a link that is changed, or older than 180 days, does nothing', async () => {
  const { licenceId, link } = await offered();
  const [claim = '', mac = ''] = (new URL(link).searchParams.get('token') ?? '').split('.');
  const forged = Buffer.from(JSON.stringify(['L-1', '2030-01-01'])).toString('base64url');
  for (const token of ['', 'x', `${forged}.${mac}`, `${claim}.${mac.toLowerCase()}`, claim]) {
    expect((await ask('POST', `https://stop.example/?token=${token}`)).statusCode).toBe(404);
  }
  expect((await ask('POST', link, 'do=stop-licence', '2026-07-30')).statusCode).toBe(404);
  expect(await stoppedOn(licenceId)).toBeUndefined();
  expect((await ask('GET', link, undefined, '2026-07-29')).statusCode).toBe(200);
});

test('a token that is longer than KMS takes is refused as any other, and no error', async () => {
  const token = `${'A'.repeat(5000)}.${Buffer.alloc(32).toString('base64url')}`;
  expect((await ask('GET', `https://stop.example/?token=${token}`)).statusCode).toBe(404);
});

test('the page names the vendor and writes dates out, in the language of the browser, as valid HTML', async () => {
  const { link } = await offered();
  const before = (await ask('GET', link)).body;
  expect(before).toContain('<h1>Emails from NetJapan</h1>');
  expect(before).toContain('NetJapan sends you reminders, offers and news about');
  const after = (await ask('POST', link)).body;
  expect(after).toContain('on 30 January 2026.');
  const german = (await ask('GET', link, undefined, today, 'de-DE,de;q=0.9,en;q=0.5')).body;
  expect(german).toContain('<html lang="de">');
  expect(german).toContain('am 30. Januar 2026 abbestellt. NetJapan sendet sie Ihnen nicht mehr.');
  const invalid = (await ask('GET', 'https://stop.example/?token=x')).body;
  for (const page of [before, after, german, invalid]) {
    expect(await faultsIn(page)).toEqual([]);
    expect(page).not.toMatch(/\d{4}-\d\d-\d\d/);
  }
});

test('a partner who gets copies stops them on the page, and the customer’s own mails go on', async () => {
  const partner = {
    customerId: 'C-P',
    name: 'Desk',
    kind: 'reseller',
    email: 'desk@reseller.example',
  } as const;
  const own = {
    customerId: 'C-2',
    name: 'Jane',
    kind: 'end-user',
    email: 'jane@own.example',
    partnerId: 'C-P',
  } as const;
  for (const each of [partner, own])
    await house.post.customers.put({ ...each, country: 'GB', locale: 'en-GB' });
  const licenceId = await house.licence(plan, { coverEnds: '2026-03-31', customerId: 'C-2' });
  await house.step('quote', { planId: plan.id, today, licenceId });
  await house.deliver(licenceId, today);
  const { link, unfolded } = await lastMail();
  // One click would not say whose it is.
  expect(unfolded).not.toContain('List-Unsubscribe-Post');
  expect((await ask('GET', link)).body).toContain('value="stop-copies"');

  expect((await ask('POST', link, 'do=stop-copies')).body).toContain('value="resume-copies"');
  expect(await stoppedOn(licenceId)).toBeUndefined();
  await house.step('remind', { planId: plan.id, today, licenceId });
  await house.deliver(licenceId, today);
  expect(house.cloud.posted.at(-1)?.destinations).toEqual(['jane@own.example']);

  await ask('POST', link, 'do=resume-copies');
  expect(await house.post.customers.get('C-P')).not.toHaveProperty('copiesStoppedOn');
});

/** A licence of a customer with other readers, whose automatic quote has been mailed, and the link in that mail. */
async function offeredTo(customerId: string, readers: Pick<Customer, 'alsoEmail' | 'accountManager'>) {
  await house.post.customers.put({
    customerId,
    name: 'Holmes & "Daughter"',
    kind: 'end-user',
    email: `jane@${customerId}.example`,
    country: 'GB',
    locale: 'en-GB',
    ...readers,
  });
  const licenceId = await house.licence(plan, { coverEnds: '2026-03-31', customerId });
  await house.step('quote', { planId: plan.id, today, licenceId });
  await house.deliver(licenceId, today);
  return { licenceId, ...(await lastMail()) };
}

test('an account manager who gets copies stops them on the page, and the customer’s own mails go on', async () => {
  const { licenceId, link } = await offeredTo('managed', { accountManager: 'kim@vendor.example' });
  const { body } = await ask('GET', link);
  expect(body).toContain('You are the account manager at NetJapan and get copies');
  expect(body).toContain('You are Holmes &amp; &quot;Daughter&quot;');
  expect(await faultsIn(body)).toEqual([]);

  expect((await ask('POST', link, 'do=stop-manager')).body).toContain('value="resume-manager"');
  expect(await stoppedOn(licenceId)).toBeUndefined();
  expect(await house.post.customers.get('managed')).toMatchObject({ managerCopiesStoppedOn: today });
  await house.activity(licenceId, today, 'request-quote');
  await house.deliver(licenceId, today);
  expect(house.cloud.posted.at(-1)?.destinations).toEqual(['jane@managed.example']);

  await ask('POST', link, 'do=resume-manager');
  expect(await house.post.customers.get('managed')).not.toHaveProperty('managerCopiesStoppedOn');
});

test('one of several addresses of a customer leaves the mails to the others, and comes back', async () => {
  const { licenceId, link } = await offeredTo('shared', { alsoEmail: ['o&neill@shared.example'] });
  const both = ['jane@shared.example', 'o&neill@shared.example'];
  expect(house.cloud.posted.at(-1)?.destinations).toEqual(both);
  const left = await ask('POST', link, `do=stop-address&address=${encodeURIComponent(both[1] ?? '')}`);
  expect(left.body).toContain('Send emails to o&amp;neill@shared.example again');
  expect(await faultsIn(left.body)).toEqual([]);
  // The last one that reads cannot leave them to nobody.
  expect(left.body).not.toContain('Send nothing more to');
  await ask('POST', link, `do=stop-address&address=${both[0] ?? ''}`);

  expect(await stoppedOn(licenceId)).toBeUndefined();
  await house.step('remind', { planId: plan.id, today, licenceId });
  await house.deliver(licenceId, today);
  expect(house.cloud.posted.at(-1)?.destinations).toEqual(['jane@shared.example']);

  await ask('POST', link, `do=resume-address&address=${encodeURIComponent(both[1] ?? '')}`);
  expect(await house.post.customers.get('shared')).toMatchObject({ undeliverable: [] });
});

test('an address that leaves by two clicks at the same moment comes back by one', async () => {
  const { link } = await offeredTo('hasty', { alsoEmail: ['neill@hasty.example'] });
  const leave = () => ask('POST', link, 'do=stop-address&address=neill@hasty.example');
  const { beforeDynamo } = house.cloud;
  house.cloud.beforeDynamo = async (operation) => {
    if (operation !== 'UpdateItem') return;
    house.cloud.beforeDynamo = beforeDynamo;
    await leave();
  };
  expect((await leave()).body).toContain('Send emails to neill@hasty.example again');
  const { undeliverable = [] } = (await house.post.customers.get('hasty')) ?? {};
  const back = await ask('POST', link, 'do=resume-address&address=neill@hasty.example');
  expect(back.body).toContain('Send nothing more to neill@hasty.example');
  expect(undeliverable).toHaveLength(1);
});

test('an address that was noted twice before comes back by one click', async () => {
  const { link } = await offeredTo('twice', { alsoEmail: ['neill@twice.example'] });
  const customer = await house.post.customers.get('twice');
  const noted = { address: 'neill@twice.example', on: today, complained: true };
  const Item = { ...customer, undeliverable: [noted, { ...noted, address: 'Neill@twice.example' }] };
  await house.documents.send(new PutCommand({ TableName: process.env[environment.customersTable], Item }));
  const back = await ask('POST', link, 'do=resume-address&address=neill@twice.example');
  expect(back.body).toContain('Send nothing more to neill@twice.example');
});
