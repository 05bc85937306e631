import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Deployment } from '../../client/deployment/deployment.ts';
import { OperatorClient } from '../../client/operator/operator-client.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { browserAt, openHostedConsole } from '../support/web/hosted-console.ts';

const now = '2026-03-10T12:00:00Z';
const reader = { sub: 'r', email: 'rita@vendor.example', groups: ['staff', 'renewals-readers'] };
const operator = { sub: 'o', email: 'otto@vendor.example', groups: ['renewals-operators'] };

let site: Awaited<ReturnType<typeof openHostedConsole>>;
let browser: ReturnType<typeof browserAt>;
beforeAll(async () => {
  site = await openHostedConsole(now);
}, 300_000);
beforeEach(() => {
  site.cloud.clock.set(now);
  browser = browserAt(site.address, site.issuer);
});
afterAll(() => site.stop());

const journal = async () => (await site.post.licences.events('L-1')).map(({ type }) => type);
const noteOn = async (text: string) => {
  const preview = await browser.ask('/licences/L-1/do/note', {
    method: 'POST',
    headers: { origin: site.address },
    body: new URLSearchParams({ csrf: await csrf(), note: text }),
  });
  return { status: preview.status, html: await preview.text() };
};
const csrf = async () => /name="csrf" value="([^"]+)"/.exec((await browser.html('/')).html)?.[1] ?? '';

test('nobody sees a page without a session, and the way to it leads through the sign-in service', async () => {
  const first = await browser.ask('/licences/L-1?on=2026-04-01');
  expect([first.status, first.headers.get('location')]).toEqual([
    303,
    '/sign-in?to=%2Flicences%2FL-1%3Fon%3D2026-04-01',
  ]);
  expect(await browser.signIn(reader, '/licences/L-1?on=2026-04-01')).toEqual({
    status: 200,
    json: { to: '/licences/L-1?on=2026-04-01' },
  });
  const { status, html } = await browser.html('/licences/L-1');
  expect([status, html.includes('rita@vendor.example')]).toEqual([200, true]);
}, 300_000);

test('a reader sees pages and no way to act, and cannot act', async () => {
  await browser.signIn(reader);
  for (const path of ['/', '/due', '/customers/C-1', '/licences/L-1', '/executions', '/payments', '/plans'])
    expect([path, (await browser.html(path)).status]).toEqual([path, 200]);
  for (const path of ['/licences/L-1', '/customers/C-1', '/customers/C-1/edit', '/executions'])
    expect(actionsIn((await browser.html(path)).html)).toEqual([]);

  const before = await journal();
  const form = await browser.html('/licences/L-1/do/note');
  expect(form.html).toContain('You have the role reader.');
  expect((await browser.html('/licences/L-1/do/release')).status).toBe(403);
  const refused = await noteOn('mine');
  expect([refused.status, refused.html.includes('You may look, not act')]).toEqual([403, true]);
  for (const action of ['/licences/L-1/do/note/confirm', '/customers/C-1/notes', '/clock', '/nowhere'])
    expect([action, (await browser.post('/', action, { csrf: await csrf() })).status]).toEqual([action, 403]);
  expect(await journal()).toEqual(before);
  expect(site.cloud.permissions().denied).toEqual([]);
}, 300_000);

/** What of a page leads to an action, apart from signing out. */
function actionsIn(html: string): readonly string[] {
  const acting =
    /(?:href|action)="([^"]*\/(?:do\/[^"]*|again|retry|backfill[^"]*|edit|merge|send|clear-address[^"]*|notes))"/g;
  const links = [...html.matchAll(acting)].map(([, path = '']) => path);
  const forms = [...html.matchAll(/method="post" action="([^"]*)"/g)].map(([, path = '']) => path);
  return [...links, ...forms].filter((path) => path !== '/sign-out');
}

test('what an operator does is in the journal with the person, and nobody else can say so', async () => {
  await browser.signIn(operator);
  const preview = await noteOn('called');
  expect([preview.status, preview.html.includes('This will happen')]).toEqual([200, true]);
  const fields = Object.fromEntries(
    [...preview.html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
  const send = () =>
    browser.ask('/licences/L-1/do/note/confirm', {
      method: 'POST',
      headers: { origin: site.address },
      body: new URLSearchParams(fields),
    });
  const before = await journal();
  expect((await send()).status).toBe(303);
  expect((await send()).status).toBe(303);
  expect(await journal()).toEqual([...before, expect.anything()]);
  const causes = await site.cloud.drain().then(() => new Deployment(site.cloud.outputs).history('L-1'));
  expect(causes?.events.at(-1)?.cause).toMatchObject({ by: 'operator', who: 'otto@vendor.example' });
  expect((await browser.html('/licences/L-1')).html).toContain('otto@vendor.example');
  expect(site.cloud.permissions().denied).toEqual([]);
}, 300_000);

test('nobody but the console can act in the name of somebody', async () => {
  const address = site.cloud.outputs[outputs.operatorAddress] ?? '';
  const before = await journal();
  const command = { activity: 'note', note: 'forged' } as const;
  const spoofing = new OperatorClient(address, 'otto@vendor.example').command({ licenceId: 'L-1', command });
  await expect(spoofing).rejects.toThrow('may not ask for somebody else');
  expect(await journal()).toEqual(before);
}, 300_000);

test('a session ends with the hour, at sign-out, and with a form that the console did not make', async () => {
  await browser.signIn(operator);
  expect((await browser.post('/', '/licences/L-1/do/note', { csrf: 'guessed' })).status).toBe(403);
  const foreign = await browser.ask('/licences/L-1/do/note', {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: new URLSearchParams({ csrf: await csrf() }),
  });
  expect(foreign.status).toBe(403);
  site.cloud.clock.set('2026-03-10T12:59:00Z');
  expect((await browser.html('/')).status).toBe(200);
  site.cloud.clock.set('2026-03-10T13:01:00Z');
  expect((await browser.ask('/')).headers.get('location')).toBe('/sign-in?to=%2F');
  expect((await browser.ask('/licences/L-1/do/note', { method: 'POST' })).status).toBe(403);

  site.cloud.clock.set(now);
  browser = browserAt(site.address, site.issuer);
  await browser.signIn(reader);
  const left = await browser.post('/', '/sign-out');
  expect([left.status, browser.cookies.has('console-session')]).toEqual([303, false]);
}, 300_000);

test('who has no role, or whose address the service has not verified, does not come in', async () => {
  const stranger = { sub: 's', email: 'sam@vendor.example', groups: ['x renewals-operators', 'staff'] };
  expect(await browser.signIn(stranger)).toMatchObject({
    status: 403,
    json: { why: expect.stringContaining('has no role') as unknown },
  });
  const unverified = { ...operator, email_verified: false };
  expect((await browser.signIn(unverified)).status).toBe(403);
  expect((await browser.signIn({ sub: 'n', groups: ['renewals-operators'] })).json.why).toContain(
    'has no claim email',
  );
  expect((await browser.ask('/')).status).toBe(303);
}, 300_000);

test('a token lets in only the browser that began its sign-in, and once', async () => {
  site.issuer.signInAs(operator);
  const token = await browser.comeBack(await browser.begin('/'));
  const other = browserAt(site.address, site.issuer);
  expect((await other.admit(token)).status).toBe(403);
  await other.begin('/');
  expect((await other.admit(token)).status).toBe(403);
  expect((await browser.admit(token)).status).toBe(200);
  expect((await browser.admit(token)).status).toBe(403);

  const back = await browserAt(site.address, site.issuer).begin('/');
  expect((await other.ask(back.slice(site.address.length))).status).toBe(400);
  const unsigned = await browser.ask('/sign-in/session', { method: 'POST' });
  expect(unsigned.status).toBe(401);
  const forged = await site.issuer.token({
    claims: { aud: 'perennial-console', ...operator },
    byOther: true,
  });
  expect((await browser.admit(forged)).status).toBe(401);
}, 300_000);
