import { afterAll, beforeAll, expect, test } from 'vitest';
import { netjapanMaintenance } from '../../plans/netjapan-maintenance.ts';
import { openOperator, type Operator } from '../support/cli/operator.ts';
import { portalVisitor } from '../support/cli/portal-visitor.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
}, 300_000);
afterAll(() => operator.stop());

test("who asks for a link gets in by it, and out again, with the function's own permissions", async () => {
  const { ask, post, linksTo } = portalVisitor(operator.cloud);
  const page = await ask('/sign-in');
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
  expect((await ask('/licences')).headers.get('location')).toBe('/sign-in');
  expect((await post('/sign-in', { address: 'jane@customer.example' })).status).toBe(303);
  const [link = ''] = await linksTo('jane@customer.example');
  const entered = await ask(link);
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/licences']);
  expect(entered.headers.get('set-cookie')).toMatch(/^session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax$/);
  expect((await ask('/licences')).headers.get('location')).toBe(null);
  expect((await post('/sign-out')).status).toBe(303);
  expect((await ask('/licences')).headers.get('location')).toBe('/sign-in?ended');
  expect(operator.cloud.permissions().denied).toEqual([]);
});

test('the mail of a quote leads to the page of that quote, and to nobody else', async () => {
  const { ask, linksTo } = portalVisitor(operator.cloud);
  await operator.licence(netjapanMaintenance, { coverEnds: '2026-03-31' });
  const ran = await operator.on('2026-01-30', ['run', netjapanMaintenance.id, '--yes']);
  expect(ran.status).toBe(0);
  const [link = '', ...others] = await linksTo('jane@customer.example');
  expect(others).toEqual([]);
  const entered = await ask(link);
  const path = entered.headers.get('location') ?? '';
  expect([entered.status, path]).toEqual([303, expect.stringMatching(/^\/quotes\/\S+$/)]);
  const page = await ask(path);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(decodeURIComponent(path.slice('/quotes/'.length)));
  expect((await ask('/quotes/NJ-2026-99999')).status).toBe(404);
  expect(operator.cloud.permissions().denied).toEqual([]);
});
