import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inputSchemas } from '../../../../app/portal/actions/inputs.ts';
import { act } from '../../../../app/portal/actions/act.ts';
import { collect } from '../../../../app/portal/collect/collect.ts';
import { netjapanMaintenance as netjapan } from '../../../../plans/netjapan-maintenance.ts';
import { smartertoolsMaintenance as smartertools } from '../../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../../plans/video-sma.ts';
import { vtubeLaserSmp as vtube } from '../../../../plans/vtube-laser-smp.ts';
import { didSchemas } from '../../../../web/portal/api/answers/actions.ts';
import { openApi } from '../../../../web/portal/api/openapi.ts';
import { problemSchema } from '../../../../web/portal/api/problem.ts';
import { apiRoutes } from '../../../../web/portal/api/routes.ts';
import { viewRoutes } from '../../../../web/portal/api/views.ts';
import { openPage, type Page } from '../../../support/portal/portal.ts';

let page: Page;
let api: ReturnType<typeof apiRoutes>;
beforeAll(async () => {
  page = await openPage();
  const { portal } = page;
  api = apiRoutes(
    {
      view: (visit, name, takes) => collect(portal, visit, name, takes),
      act: (visit, name, submission) => act(portal, visit, name, submission),
    },
    unexpected,
  );
});
afterAll(() => page.cloud.stop());

function unexpected(error: unknown): never {
  throw error;
}

const caller = 'arn:aws:sts::123456789012:assumed-role/site/task';
const now = Date.parse('2026-03-10T12:00:00Z');

interface Asking {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly caller?: string | undefined;
}

async function ask(path: string, { body, headers, ...more }: Asking = {}) {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const who = { 'Perennial-Reader': 'jo@site.example', 'Idempotency-Key': randomUUID() };
  const request = new Request(`https://portal.example${path}`, { ...init, headers: { ...who, ...headers } });
  const answer = await api.fetch(request, { now, caller, ...more });
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    json: await jsonOf(answer),
  };
}

/** Undefined for a file. */
async function jsonOf(answer: Response): Promise<unknown> {
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  return isJson ? answer.json() : undefined;
}

const own = (customerId: string, path: string, asking?: Asking) =>
  ask(`/customers/${customerId}${path}`, asking);

/** A customer with a licence of each kind, a quote, an invoice and a ticket. */
async function customerWithAll(customerId: string) {
  const customer = await page.customer(customerId);
  const licence = (plan: Parameters<Page['licenceOf']>[1], coverEnds: string, more = {}) =>
    page.licenceOf(customer, plan, { coverEnds, licenceId: `${customerId}-${plan.id}`, ...more });
  const automatic = await licence(videoSma, '2026-02-28');
  const quoted = await licence(netjapan, '2026-04-30');
  const supported = await licence(smartertools, '2026-12-31');
  const updated = await licence(vtube, '2026-12-31', { product: vtube.updates?.products[0] });
  await page.runDay(videoSma, automatic, '2026-02-28');
  await page.runDay(videoSma, automatic, '2026-03-01');
  await page.runDay(netjapan, quoted, '2026-03-01');
  return { automatic, quoted, supported, updated };
}

test('every view answers as its schema says', async () => {
  const { automatic, quoted, supported, updated } = await customerWithAll('SITE');
  const { json } = await own('SITE', '/documents');
  const { documents } = json as { documents: { kind: string; number: string }[] };
  const numberOf = (kind: string) => documents.find((row) => row.kind === kind)?.number ?? '';
  await page.activity(automatic, '2026-03-02', 'payment');
  const paths: Readonly<Record<string, string>> = {
    support: supported,
    updates: updated,
    quote: numberOf('quote'),
    invoice: numberOf('invoice'),
  };
  for (const { name, path, answer } of viewRoutes) {
    if (name === 'credit-note') continue;
    for (const licenceId of ['support', 'updates'].includes(name)
      ? [paths[name] ?? '']
      : [automatic, quoted]) {
      const at = path.replace('{licenceId}', licenceId).replace('{number}', paths[name] ?? '');
      const answered = await own('SITE', at);
      expect([name, answered.status]).toEqual([name, 200]);
      const read = answer.safeParse(answered.json);
      expect([name, read.error?.issues]).toEqual([name, undefined]);
    }
  }
  expect(viewRoutes).toHaveLength(16);
  const pdf = await own('SITE', `/documents/${numberOf('invoice')}/pdf`);
  expect([pdf.status, pdf.type]).toEqual([200, 'application/pdf']);
});

test('an action is done once for its key, in the name of the person, and its answer says what it did', async () => {
  const { automatic } = await customerWithAll('DOES');
  const headers = { 'Idempotency-Key': randomUUID() };
  const asking = { body: { licenceId: automatic, endsOn: '2027-02-28' }, headers };
  const first = await own('DOES', '/actions/cancel-renewal', asking);
  expect(first).toMatchObject({ status: 200, json: { outcome: 'done' } });
  const { did } = first.json as { did: unknown };
  expect(didSchemas['cancel-renewal'].parse(did)).toEqual({ licenceId: automatic, endsOn: '2027-02-28' });
  expect((await own('DOES', '/actions/cancel-renewal', asking)).json).toEqual({
    outcome: 'already-done',
    did,
  });
  const found = await page.portal.mailing.licences.loadWithHistory(automatic);
  expect(found?.history.events.at(-1)).toMatchObject({
    event: { type: 'RenewalCancelled' },
    cause: { by: 'reader', who: 'jo@site.example', through: caller },
  });
});

test('what cannot be done is a problem that says why', async () => {
  const { automatic, quoted } = await customerWithAll('PROBLEM');
  const problems = [
    [403, await own('PROBLEM', '/licences', { caller: undefined })],
    [404, await own('PROBLEM', '/licences/NONE')],
    [404, await own('PROBLEM', '/nowhere')],
    [400, await own('PROBLEM', '/licences', { headers: { 'Perennial-Reader': 'nobody' } })],
    [400, await own('PROBLEM', '/actions/resume-renewal', { body: {} })],
    [
      400,
      await own('PROBLEM', '/actions/resume-renewal', {
        body: { licenceId: automatic },
        headers: { 'Idempotency-Key': 'once' },
      }),
    ],
    [422, await own('PROBLEM', '/actions/request-quote', { body: { licenceId: automatic } })],
    [
      409,
      await own('PROBLEM', '/actions/cancel-renewal', { body: { licenceId: quoted, endsOn: '2026-05-31' } }),
    ],
  ] as const;
  for (const [status, answer] of problems) {
    expect(answer).toMatchObject({ status, type: 'application/problem+json' });
    expect(problemSchema.parse(answer.json).status).toBe(status);
  }
  expect(problems[6][1].json).toMatchObject({ code: 'renews-by-itself' });
  expect(problems[7][1].json).toMatchObject({ now: { what: 'end-of-cover', endsOn: '2026-04-30' } });
});

test('the document describes every path, and the file in docs is the same', async () => {
  const { json, status } = await ask('/openapi.json');
  expect(status).toBe(200);
  expect(json).toEqual(JSON.parse(JSON.stringify(openApi())));
  const paths = Object.keys((json as { paths: object }).paths);
  expect(paths).toHaveLength(viewRoutes.length + 1 + Object.keys(inputSchemas).length);
  expect(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))).toEqual(json);
});

test('every reference of the document leads somewhere', () => {
  const document: unknown = JSON.parse(JSON.stringify(openApi()));
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
    ([, path = '']) => path,
  );
  expect(references.length).toBeGreaterThan(50);
  expect(JSON.stringify(document).length).toBeLessThan(150_000);
  for (const reference of new Set(references)) {
    const found = reference
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
    expect([reference, typeof found]).toEqual([reference, 'object']);
  }
});

test('what was not foreseen is noted, and answered as a problem without what it says', async () => {
  const noted: unknown[] = [];
  const fault = new Error('table Licences of jo@site.example');
  const broken = apiRoutes(
    { view: () => Promise.reject(fault), act: () => Promise.reject(fault) },
    (error) => {
      noted.push(error);
      return Promise.resolve();
    },
  );
  const headers = { 'Perennial-Reader': 'jo@site.example' };
  const request = new Request('https://portal.example/customers/SITE/licences', { headers });
  const answer = await broken.fetch(request, { now, caller });
  const problem = problemSchema.parse(await answer.json());
  expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'application/problem+json']);
  expect(JSON.stringify(problem)).not.toContain('jo@');
  expect(noted).toEqual([fault]);
});
