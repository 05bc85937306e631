import { expect, test } from 'vitest';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { consoleOf, host } from '../../support/web/visitor.ts';

const settings = {
  deployment: new Deployment({
    ...Object.fromEntries(Object.values(outputs).map((name) => [name, name])),
    [outputs.dueShards]: '1',
  }),
  now: () => Promise.resolve('2026-06-09T12:00:00Z'),
  place: 'embedded cloud',
};

test('the printed address is exchanged for a strict cookie, and the token leaves the address', async () => {
  const browser = consoleOf(settings);
  const response = await browser.signIn();
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/');
  expect(response.headers.get('set-cookie')).toMatch(
    /^perennial-console-4577=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  expect((await browser.get('/plans-that-do-not-exist')).status).toBe(404);
});

test.each([
  ['no token', '/console.css', {}],
  ['a wrong token', '/?token=guessed', {}],
  ['another host, as a name that was bound to this machine has', '/', { host: 'evil.example:4577' }],
  ['another port', '/', { host: '127.0.0.1:80' }],
])('a request with %s is refused', async (_, path, headers) => {
  const browser = consoleOf(settings);
  expect((await browser.send(path, { headers })).status).toBe(403);
});

test.each([
  ['with a foreign origin', { origin: 'https://evil.example' }],
  ['from a page of another site', { 'sec-fetch-site': 'cross-site' }],
  ['from another port of this machine', { 'sec-fetch-site': 'same-site' }],
])('a request %s is refused, even with the cookie', async (_, headers) => {
  const browser = consoleOf(settings);
  await browser.signIn();
  expect((await browser.send('/', { headers })).status).toBe(403);
});

test.each([
  ['without the form’s token', { origin: `http://${host}` }, { do: 'it' }, 'POST'],
  ['with a wrong one', { origin: `http://${host}` }, { csrf: 'guessed' }, 'POST'],
  ['without an origin', {}, {}, 'POST'],
  ['by another method', { origin: `http://${host}` }, {}, 'DELETE'],
])('a change %s is refused', async (_, headers, fields, method) => {
  const browser = consoleOf(settings);
  await browser.signIn();
  const response = await browser.send('/anything', { method, headers, body: new URLSearchParams(fields) });
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('The form is out of date.');
});

test('each answer forbids injected scripts, frames, sniffing and storing', async () => {
  const browser = consoleOf(settings);
  await browser.signIn();
  for (const path of ['/console.js', '/nowhere']) {
    const { headers } = await browser.send(path);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});
