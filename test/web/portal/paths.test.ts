import fc from 'fast-check';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { pathOf } from '../../../contracts/portal/paths.ts';
import { idSchema } from '../../../domain/text/id.ts';
import { answerEvent } from '../../../web/portal/answer-event.ts';
import type { PortalEnvironment } from '../../../web/portal/environment.ts';
import { licencePath, quotePath } from '../../../web/portal/parts/paths.ts';
import { ownPath, routedPath } from '../../../web/portal/routed-path.ts';

const app = new Hono<PortalEnvironment>({ getPath: routedPath });
app.get('/quotes/:number', (context) => context.text(context.req.param('number')));
app.get('/licences/:licence', (context) => context.text(context.req.param('licence')));
app.get('/licences/:licence/updates/:version', (context) => context.json(context.req.param()));
app.get('/in/:token', (context) => context.text(context.req.param('token')));

/** What a page answers behind an HTTP API, which decodes the path and cuts off what then looks like a query. */
async function answered(path: string): Promise<string> {
  const rawPath = decodeURIComponent(path).replace(/\?.*$/s, '');
  const requestContext = { domainName: 'page.example', timeEpoch: 0, http: { method: 'GET' } };
  const event = {
    rawPath,
    rawQueryString: '',
    cookies: [],
    headers: {},
    isBase64Encoded: false,
    requestContext,
  };
  const { statusCode, body } = await answerEvent(app, event);
  return statusCode === 200 ? body : String(statusCode);
}

test('a page is found by any id that a licence or a document can have', async () => {
  const ids = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from('A1-_./?#%\\ &+=:ü€"<')), minLength: 1, maxLength: 12 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  );
  const taken = ids.filter((id) => idSchema.safeParse(id).success);
  await fc.assert(
    fc.asyncProperty(taken, async (id) => {
      expect(await answered(pathOf({ page: 'quote', number: id }))).toBe(id);
      expect(await answered(quotePath(id))).toBe(id);
      expect(await answered(pathOf({ page: 'licence', licenceId: id }))).toBe(id);
      expect(JSON.parse(await answered(licencePath(id, 'updates', '5.1 beta')))).toEqual({
        licence: id,
        version: '5.1 beta',
      });
    }),
    { numRuns: 40 },
  );
}, 300_000);

test('the token of a link is taken as it is, whatever it looks like', async () => {
  expect(await answered('/in/a_41-b_C3.c')).toBe('a_41-b_C3.c');
});

test('what is no path of this site leads nowhere else', () => {
  const foreign = [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
  ];
  const more = [
    'https://evil.example/',
    'javascript:alert(1)',
    'evil',
    '',
    '\\\\evil.example',
    '/a/..//evil.example',
  ];
  for (const text of [...foreign, ...more]) expect([text, ownPath(text)]).toEqual([text, '/']);
  expect(ownPath('/quotes/Q-1?done=already')).toBe('/quotes/Q-1?done=already');
});

test('what no request can be is answered all the same: the function does not fail, and no alarm rings', async () => {
  const sent = async (method: string, more: object = {}) => {
    const requestContext = { domainName: 'page.example', timeEpoch: 0, http: { method } };
    const event = {
      rawPath: '/quotes/Q-1',
      rawQueryString: '',
      cookies: [],
      headers: {},
      isBase64Encoded: false,
    };
    return (await answerEvent(app, { ...event, ...more, requestContext })).statusCode;
  };
  expect(await sent('GET', { body: 'a body' })).toBe(200);
  expect(await sent('HEAD', { body: 'a body' })).toBe(200);
  for (const method of ['TRACE', 'CONNECT', 'TRACK', 'QUERY', 'get', '\u0000'])
    expect(await sent(method)).toBe(405);
  const headers = { 'x-name': '€', 'x-line': 'a\r\nb: c', 'x name': 'a', '': 'a', 'x-null': '\u0000' };
  expect(await sent('GET', { headers, cookies: ['a=€', 'b=\u0000'] })).toBe(200);
  expect(await sent('GET', { rawPath: '/quotes/\ud800' })).toBe(200);
});
