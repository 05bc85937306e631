import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Deployment } from '../../../../client/deployment/deployment.ts';
import { customerSchema } from '../../../../domain/customer/customer.ts';
import { netjapanMaintenance } from '../../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../../support/cli/operator.ts';
import { consoleOf, host } from '../../../support/web/visitor.ts';

const day = '2026-03-02';
const hostile = `<script>alert('x')</script>"&gt;<img src=x onerror=alert(1)>`;

let operator: Operator;
let browser: ReturnType<typeof consoleOf>;
beforeAll(async () => {
  operator = await openOperator();
  operator.cloud.clock.set(`${day}T12:00:00Z`);
  browser = consoleOf({
    deployment: new Deployment(operator.cloud.outputs),
    now: () => Promise.resolve(`${day}T12:00:00Z`),
    place: 'embedded cloud',
  });
  await browser.signIn();
  await operator.post.customers.put(
    customerSchema.parse({
      customerId: 'C-2',
      name: hostile,
      kind: 'end-user',
      email: 'hostile@customer.example',
      country: 'NZ',
      locale: 'en-NZ',
    }),
  );
});
afterAll(() => operator.stop());

const member = (facts: object = {}) =>
  operator.licence(smartNetUserGroup, {
    country: 'NZ',
    coverEnds: '2026-12-31',
    registeredOn: '2026-01-02',
    ...facts,
  });

/** The requests that a page makes, by service. */
async function requestsOf(page: string) {
  const { counts: before } = await operator.cloud.meter();
  const { status } = await browser.get(page);
  const { counts: after } = await operator.cloud.meter();
  const dynamodb = Object.entries(after.dynamodb.requests).flatMap(([name, count]) => {
    const made = count - (before.dynamodb.requests[name] ?? 0);
    return made === 0 ? [] : [[name, made] as const];
  });
  return { status, dynamodb, invocations: after.lambda.invocations - before.lambda.invocations };
}

test('a licence says where it stands, what is next and what happened; its printed number leads to it', async () => {
  const licenceId = await operator.licence(netjapanMaintenance, { coverEnds: '2026-12-31' });
  await operator.on(day, ['quote', licenceId, '--yes']);
  const { status, html } = await browser.get(`/licences/${licenceId}`);
  expect(status).toBe(200);
  for (const text of [
    'Maintenance is in force until 2026-12-31.',
    'Next, if nobody acts',
    'Quote e-mail',
    'delivered on',
    `/licences/${licenceId}/do/accept-quote`,
  ])
    expect(html).toContain(text);
  expect(html).not.toContain(`/licences/${licenceId}/do/resume-mails"`);
  const [number = ''] = /NJM-Q-2026-\d{5}/.exec(html) ?? [];
  const led = await browser.send(`/licences/${number}`);
  expect([led.status, led.headers.get('location')]).toEqual([302, `/licences/${licenceId}`]);
  const pdf = await browser.send(`/documents/${number}`);
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect((await browser.get('/documents/NJM-Q-2026-99999')).status).toBe(404);
  expect((await browser.get('/licences/NONE')).status).toBe(404);
});

test('a day on which nothing happened is explained, and what is no day is refused', async () => {
  const licenceId = await member();
  const quiet = await browser.get(`/licences/${licenceId}?on=2026-02-01`);
  expect(quiet.html).toContain('Nothing was due on 2026-02-01.');
  expect(quiet.html).toContain('the next was to come on 2026-12-31');
  const ahead = await browser.get(`/licences/${licenceId}?on=2026-12-31`);
  expect(ahead.html).toContain('If nobody acts, on 2026-12-31:');
  expect((await browser.get(`/licences/${licenceId}?on=2020-01-01`)).html).toContain(
    'entered the book on 2026-01-02',
  );
  expect((await browser.get(`/licences/${licenceId}?on=soon`)).html).toContain('soon is not a day.');
});

describe('an action', () => {
  test('is previewed with its mails and done once, however often its form is sent', async () => {
    const licenceId = await operator.licence(netjapanMaintenance, { coverEnds: '2026-12-31' });
    const path = `/licences/${licenceId}/do/request-quote`;
    const { html } = await browser.get(path);
    expect(html).toContain('This will happen, dated 2026-03-02');
    expect(html).toMatch(/Mail quote to jane@customer\.example: /);
    expect(await operator.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted']);

    const requestId = randomUUID();
    const first = await browser.post(path, `${path}/confirm`, { requestId });
    expect([first.status, first.to]).toEqual([303, `/licences/${licenceId}?request=${requestId}`]);
    expect(first.html).toContain('event fresh');
    expect(first.html).toMatch(/role="status">Quote \S+ for renewal is issued/);
    const second = await browser.post(path, `${path}/confirm`, { requestId });
    expect([second.status, second.to]).toEqual([303, first.to]);
    expect(await operator.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted', 'QuoteIssued']);
  });

  test('asks for what it needs, says at the field what is wrong, and keeps what was typed', async () => {
    const licenceId = await member();
    const path = `/licences/${licenceId}/do/hold`;
    const wrong = await browser.post(path, path, { until: '2026-03-20', reason: '' });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('id="field-reason-mistake">Enter reason.');
    expect(wrong.html).toContain('value="2026-03-20"');
    const late = await browser.post(path, path, { until: '2029-03-20', reason: 'promised' });
    expect(late.html).toMatch(/This cannot be done:<\/strong>/);
    const right = await browser.post(path, path, { until: '2026-03-20', reason: hostile });
    expect([right.status, right.html]).toEqual([200, expect.stringContaining('This will happen')]);
    expect(right.html).not.toContain('<script>alert');
    expect(await operator.journal(licenceId)).not.toContain('HoldPlaced');
  });

  test('that cannot be taken back asks for the id of the licence', async () => {
    const licenceId = await operator.licence(netjapanMaintenance, { model: 'subscription', modules: [] });
    const path = `/licences/${licenceId}/do/deactivate`;
    const untyped = await browser.post(path, `${path}/confirm`, { typed: 'yes' });
    expect([untyped.status, untyped.html]).toEqual([
      400,
      expect.stringContaining(`Type ${licenceId}, the id`),
    ]);
    expect(await operator.journal(licenceId)).not.toContain('LicenceDeactivated');
    const typed = await browser.post(path, `${path}/confirm`, { typed: licenceId });
    expect(typed.status).toBe(303);
    expect(await operator.journal(licenceId)).toContain('LicenceDeactivated');
  });

  test('that is unknown is not found, and one without the form’s token is refused', async () => {
    const licenceId = await member();
    expect((await browser.get(`/licences/${licenceId}/do/everything`)).status).toBe(404);
    const body = new URLSearchParams({ requestId: randomUUID(), note: 'x' });
    const path = `/licences/${licenceId}/do/note/confirm`;
    const sent = await browser.send(path, { method: 'POST', body, headers: { origin: `http://${host}` } });
    expect(sent.status).toBe(403);
  });
});

test('a mail is shown in a sandbox of its own, and sent again once', async () => {
  const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-12-31' });
  await operator.on(day, ['licence', 'show', licenceId, '--mail', '--yes']);
  const { html } = await browser.get(`/licences/${licenceId}`);
  const [path = ''] = new RegExp(`/licences/${licenceId}/mails/[\\w-]+`).exec(html) ?? [];
  const shown = await browser.get(path);
  expect(shown.html).toContain('jane@customer.example');
  expect(shown.html).toMatch(/<iframe [^>]*sandbox=""/);
  const body = await browser.send(`${path}/body`);
  expect(body.headers.get('content-security-policy')).toMatch(
    /^sandbox; default-src 'none'; .*frame-ancestors 'self'$/,
  );

  const before = operator.cloud.mails().length;
  const requestId = randomUUID();
  const send = () => browser.post(`${path}/send`, `${path}/send`, { requestId });
  expect([(await send()).status, (await send()).status]).toEqual([303, 303]);
  expect(operator.cloud.mails()).toHaveLength(before + 1);
});

test('a parked licence says why first, and is released by a run of its own', async () => {
  const licenceId = await operator.licence(videoSma, { coverEnds: '2026-04-30', customerId: 'C-NONE' });
  await operator.on(day, ['run', 'video-sma', '--date', day, '--yes']);
  const { status, html } = await browser.get(`/licences/${licenceId}`);
  expect(status).toBe(200);
  expect(html).toMatch(/Parked since 2026-03-02:<\/strong> there is no customer C-NONE/);
  const path = `/licences/${licenceId}/retry`;
  expect(html).toContain(`href="${path}"`);
  const started = await browser.post(path, path, {});
  expect([started.status, started.to]).toEqual([303, expect.stringMatching(/^\/executions\/operator-/)]);
  const other = await member();
  expect((await browser.get(`/licences/${other}/retry`)).html).toContain(`Licence ${other} is not parked.`);
});

test('names that hold markup are shown as text on every page of a licence', async () => {
  const licenceId = await member({ customerId: 'C-2', edition: hostile });
  const note = await operator.on(day, ['note', licenceId, hostile, '--yes']);
  expect(note.status).toBe(0);
  for (const page of [
    '',
    '?on=2026-02-01',
    `?on=${encodeURIComponent(hostile)}`,
    '/do/payment',
    '/do/correct',
    '/do/cancel',
  ]) {
    const { html } = await browser.get(`/licences/${licenceId}${page}`);
    expect(html, page).not.toMatch(/<script>alert|<img/);
    if (page === '') expect(html).toContain('&lt;script&gt;alert');
  }
});

test('a page makes at most ten requests to AWS, and scans nothing', async () => {
  const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-12-31' });
  for (const page of ['', '?on=2026-02-01', '/do/payment']) {
    const { status, dynamodb, invocations } = await requestsOf(`/licences/${licenceId}${page}`);
    expect(status).toBe(200);
    expect(dynamodb.map(([name]) => name)).not.toContain('Scan');
    expect(dynamodb.reduce((sum, [, made]) => sum + made, invocations)).toBeLessThanOrEqual(10);
  }
});
