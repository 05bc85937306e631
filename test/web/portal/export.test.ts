import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { apiRoutes } from '../../../web/portal/api/routes.ts';
import { problemSchema } from '../../../web/portal/api/problem.ts';
import type { PortalEnvironment } from '../../../web/portal/environment.ts';
import type { Asked } from '../../../web/portal/routes/answers.tsx';
import { pageRoutes } from '../../../web/portal/routes/pages.ts';

const now = Date.parse('2026-03-10T12:00:00Z');
const caller = 'arn:aws:sts::123456789012:assumed-role/site/task';

/** A customer with this much stored about it. */
function portal(notes: number): Asked {
  const all = { history: Array.from({ length: notes }, (_, note) => ({ note, text: '"'.repeat(1000) })) };
  const view = (_: unknown, name: string) => Promise.resolve(name === 'export' ? all : undefined);
  return { view, act: () => Promise.reject(new Error('nothing is asked for')) };
}

async function page(notes: number, locale = 'en-GB') {
  const app = new Hono<PortalEnvironment>();
  app.use(async (context, next) => {
    const reader = { customerId: 'C-1', address: 'jane@customer.example', role: 'customer' } as const;
    context.set('visit', { reader, now });
    context.set('locale', locale);
    context.set('formCode', 'code');
    await next();
  });
  app.route('/', pageRoutes(portal(notes)));
  const answer = await app.request('/account/export', {}, { now });
  return { status: answer.status, text: await answer.text() };
}

async function api(notes: number) {
  const routes = apiRoutes(portal(notes), (error) => Promise.reject(new Error(String(error))));
  const headers = { 'Perennial-Reader': 'jo@site.example' };
  const answer = await routes.request('/customers/C-1/export', { headers }, { now, caller });
  return { status: answer.status, text: await answer.text() };
}

test('all that is stored is sent without a space that is not stored', async () => {
  const { status, text } = await page(10);
  expect(status).toBe(200);
  expect(text).toBe(`${JSON.stringify(JSON.parse(text))}\n`);
});

test('if more is stored than can be sent, the page says how to ask for it', async () => {
  const english = await page(2000);
  expect(english.status).toBe(422);
  expect(english.text).toContain('Please ask us for it');
  expect((await page(2000, 'de-AT')).text).toContain('Bitte fordern Sie sie bei uns an');
});

test('where more is stored than can be sent, the API says how to get it', async () => {
  expect((await api(10)).status).toBe(200);
  const { status, text } = await api(2000);
  expect(status).toBe(422);
  expect(problemSchema.parse(JSON.parse(text)).detail).toContain('npx perennial customer export');
});
