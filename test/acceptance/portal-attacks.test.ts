import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { videoSma } from '../../plans/video-sma.ts';
import { openOperator, type Operator } from '../support/cli/operator.ts';
import { portalSite } from '../support/cli/portal-site.ts';
import { portalVisitor } from '../support/cli/portal-visitor.ts';

let operator: Operator;
let address: string;
let cookie: string;
let link: string;
let licenceId: string;
beforeAll(async () => {
  operator = await openOperator();
  licenceId = await operator.licence(videoSma, { coverEnds: '2026-06-30' });
  operator.cloud.clock.set('2026-03-10T12:00:00Z');
  const visitor = portalVisitor(operator.cloud);
  ({ address } = visitor);
  await visitor.post('/sign-in', { address: 'jane@customer.example' });
  [link = ''] = await visitor.linksTo('jane@customer.example');
  cookie = (await visitor.ask(link)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
}, 300_000);
afterAll(() => operator.stop());

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** Sends a path as it stands: `fetch` would tidy it up. */
function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answered> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const { statusCode: status = 0, headers: given } = answer;
        resolve({ status, headers: given, text: Buffer.concat(chunks).toString() });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });

test('every kind of answer is kept by nobody, framed by nobody and sent on by nobody', async () => {
  const answers = [
    await ask('/sign-in'),
    await ask('/licences', { headers: { cookie } }),
    await ask(`/licences/${licenceId}`, { headers: { cookie } }),
    await ask('/account/export', { headers: { cookie } }),
    await ask('/nothing', { headers: { cookie } }),
    await ask('/in/x.y'),
    await ask(new URL(link).pathname),
    await form('/licences', {}, { cookie }),
    await ask('/api/openapi.json', { headers: {} }),
  ];
  for (const { headers, status } of answers.slice(0, -1)) {
    expect([status, headers['cache-control']]).toEqual([status, 'no-store']);
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  }
});

test('HEAD says what GET says, and other methods do nothing and tell other sites nothing', async () => {
  const got = await ask('/licences', { headers: { cookie } });
  const head = await ask('/licences', { method: 'HEAD', headers: { cookie } });
  expect([head.status, head.text, head.headers['content-security-policy']]).toEqual([
    got.status,
    '',
    got.headers['content-security-policy'],
  ]);
  for (const method of ['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE']) {
    const { status, headers } = await ask(`/licences/${licenceId}/cancel`, {
      method,
      headers: { cookie, origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect([method, status]).toEqual([method, method === 'TRACE' ? 405 : 403]);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('access-control-allow-methods');
  }
  const overridden = { cookie, 'x-http-method-override': 'POST' };
  await ask(`/licences/${licenceId}/cancel`, { headers: overridden });
  expect(await operator.journal(licenceId)).not.toContain('RenewalCancelled');
});

test('nobody is led to another site, and no header is slipped into an answer', async () => {
  const places = [
    '//evil.example',
    '/%5Cevil.example',
    '/%09/evil.example',
    '/.//evil.example',
    'https://evil.example',
  ];
  const injected = ['/%0d%0aset-cookie:%20a=b', '/%0aset-cookie:%20a=b', '%0d%0aset-cookie:%20a=b', '/%00'];
  for (const place of [...places, ...injected]) {
    const { status, headers } = await ask(`/language/de?to=${place}`);
    expect([place, status]).toEqual([place, 303]);
    expect(headers['location']).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
    expect(headers['set-cookie']).toHaveLength(1);
  }
  for (const path of ['//evil.example/', '//evil.example/%2e%2e', '/\\evil.example', '/in//evil.example'])
    expect([path, (await ask(path)).headers['location'] ?? '/sign-in']).toEqual([path, '/sign-in']);
});

test('whatever a path is made of, it leads to an own page, and never to the API without a signature', async () => {
  const odd = ['/%', '/licences/%E0%A4%A', '/licences/%ff', '/quotes/%00', '/documents/a%0db/pdf'];
  const wide = [
    `/quotes/${'x'.repeat(6000)}`,
    `/in/${'A'.repeat(6000)}.${'B'.repeat(100)}`,
    '/licences/__proto__',
  ];
  for (const path of [...odd, ...wide]) {
    const { status, text } = await ask(path, { headers: { cookie } });
    expect([path.slice(0, 40), status]).toEqual([path.slice(0, 40), 404]);
    expect(text).not.toContain('Error');
  }
  const ways = [
    '/api%2Fopenapi.json',
    '//api/openapi.json',
    '/%61pi/openapi.json',
    '/licences/../api/openapi.json',
  ];
  for (const path of [
    '/api/openapi.json',
    '/api',
    '/api/',
    '/API/openapi.json',
    '/api;/openapi.json',
    ...ways,
  ]) {
    const { status, text } = await ask(path, { headers: { cookie } });
    expect([path, [303, 403, 404].includes(status)]).toEqual([path, true]);
    expect(text).not.toContain('"openapi"');
  }
});

test('odd headers are answered like any others', async () => {
  const languages = [
    'xx-invalid-locale-name-that-is-long',
    '*',
    '!!',
    'de_DE',
    '-',
    'en-US-x-',
    ';;;',
    'a'.repeat(500),
  ];
  for (const language of languages)
    expect([language, (await ask('/sign-in', { headers: { 'accept-language': language } })).status]).toEqual([
      language,
      200,
    ]);
  const forged = [
    `session=${link.split('/in/')[1] ?? ''}`,
    'session=',
    'session=a.b',
    'session=%',
    `a=b; ${cookie}x`,
  ];
  for (const each of forged)
    expect((await ask('/licences', { headers: { cookie: each } })).headers['location']).toMatch(
      /^\/sign-in(\?ended)?$/,
    );
  for (const path of ['/licences?done=__proto__', '/licences?after=%00&after=b', '/licences?customer='])
    expect([200, 404]).toContain((await ask(path, { headers: { cookie } })).status);
});

test('a form of another kind, of another session or of enormous size changes nothing, and the page lives on', async () => {
  const path = `/licences/${licenceId}/cancel`;
  const requestId = '6f9c2f0e-57a0-4c62-9a57-0f6a6d7cf5a1';
  const page = (await ask(path, { headers: { cookie } })).text;
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const endsOn = /name="endsOn" value="([^"]+)"/.exec(page)?.[1] ?? '';
  expect([csrf, endsOn]).toEqual([expect.stringMatching(/^[\w-]{22}$/), '2026-06-30']);
  const fields = { requestId, csrf, endsOn };
  const json = JSON.stringify(fields);
  for (const type of [
    'application/json',
    'text/plain',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
  ]) {
    const sent = await ask(path, { method: 'POST', body: json, headers: { cookie, 'content-type': type } });
    expect([type, sent.status]).toEqual([type, 403]);
  }
  expect((await form(path, { ...fields, csrf: `${csrf.slice(1)}A` }, { cookie })).status).toBe(403);
  expect((await form(path, fields, { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await form(path, fields, { cookie, origin: 'https://evil.example' })).status).toBe(403);
  for (const size of [7, 11]) {
    const { status } = await form(path, { ...fields, more: 'x'.repeat(size * 1024 * 1024) }, { cookie });
    expect([size, status]).toEqual([size, 413]);
  }
  expect((await form(path, { ...fields, requestId: 'x' }, { cookie })).status).toBe(422);
  expect(await operator.journal(licenceId)).not.toContain('RenewalCancelled');
  const done = await form(path, fields, { cookie });
  expect([done.status, done.headers['location']]).toEqual([
    303,
    `/licences/${licenceId}?done=cancel-renewal`,
  ]);
}, 300_000);

test('the API says what is wrong with a request, and nothing about itself', async () => {
  const site = portalSite(operator.cloud, 'jane@customer.example');
  const problems = [
    [403, await site.ask('/openapi.json', undefined, { authorization: '' })],
    [403, await site.ask('/customers/C-1/actions/stop-mails', {}, { authorization: '' })],
    [404, await site.ask('/customers/C-2/licences')],
    [404, await site.ask('/customers/C-1/licences/L-999')],
    [404, await site.ask('/customers/C-1/actions/drop-tables', {})],
    [404, await site.ask('/customers/C-1/actions/__proto__', {})],
    [400, await site.ask('/customers/C-1/actions/stop-mails', 'a text')],
    [400, await site.ask('/customers/C-1/actions/stop-mails', {}, { 'idempotency-key': 'x' })],
    [400, await site.ask('/customers/C-1/licences', undefined, { 'perennial-reader': 'nobody' })],
    [400, await site.ask('/customers/C-1/licences', undefined, { 'perennial-role': 'admin' })],
  ] as const;
  for (const [status, answer] of problems) {
    expect([answer.status, answer.json]).toEqual([status, expect.anything()]);
    expect(JSON.stringify(answer.json)).not.toMatch(/node:|at \w+ \(|\.ts\b|\.mjs\b/);
  }
});
