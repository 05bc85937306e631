import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settingsOf } from '../../../client/deployment/settings-of.ts';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { customerSchema } from '../../../domain/customer/customer.ts';
import { netjapanMaintenance as plan } from '../../../plans/netjapan-maintenance.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';
import { fillLicences, type Template } from '../../support/client/filled-table.ts';
import { consoleOf } from '../../support/web/visitor.ts';

/** `npm run console:large` plays 100,000. Few are more than any page reads, so that no page has more to read of many. */
const few = 700;
const many = Number(process.env['LICENCES'] ?? 2500);
const mostRequests = 10;
const customerIds = Array.from({ length: 350 }, (_, number) => `F-${number}`);

const pages = [
  `/?plan=${plan.id}`,
  `/due?plan=${plan.id}&days=sixty`,
  '/search?q=fill-000099',
  '/search?q=FILL-0000',
  '/search?q=customer',
  '/customers',
  '/customers/F-1',
  `/licences?plan=${plan.id}`,
  '/licences/FILL-000099',
  `/invoices?plan=${plan.id}`,
  `/invoices?plan=${plan.id}&state=overdue`,
  `/quotes?plan=${plan.id}`,
  `/parked?plan=${plan.id}`,
  `/held-mails?plan=${plan.id}`,
  `/lapsing?plan=${plan.id}`,
  `/forecast?plan=${plan.id}`,
  '/payments',
  '/returned-mails',
  '/executions',
  '/plans',
  `/plans/${plan.id}`,
];

let operator: Operator;
let browser: ReturnType<typeof consoleOf>;
let templates: readonly Template[];
let operations: string[] = [];

beforeAll(async () => {
  operator = await openOperator();
  noteRequests();
  for (const customerId of customerIds)
    await operator.post.customers.put(
      customerSchema.parse({
        customerId,
        name: `Customer ${customerId}`,
        kind: 'end-user',
        email: 'x@customer.example',
        country: 'GB',
        locale: 'en-GB',
      }),
    );
  const deployment = new Deployment(operator.cloud.outputs);
  const [quiet, quoted, invoiced] = await Promise.all([
    operator.licence(plan, { coverEnds: '2027-03-01' }),
    operator.licence(plan, { coverEnds: '2026-07-01' }),
    operator.licence(plan, { coverEnds: '2026-07-01' }),
  ]);
  await operator.on('2026-06-09', ['quote', quoted, '--yes']);
  await operator.on('2026-06-09', ['quote', invoiced, '--yes']);
  await operator.on('2026-06-09', ['quote', invoiced, '--accept', '1', '--yes']);
  templates = await Promise.all(
    [quiet, quoted, invoiced].map(async (licenceId) => {
      const stored = await operator.post.licences.load(licenceId);
      const history = await deployment.history(licenceId);
      if (stored === undefined || history === undefined) throw new Error(`${licenceId} is not there`);
      return { stored, events: history.events };
    }),
  );
  browser = consoleOf({
    deployment,
    now: () => Promise.resolve('2026-06-10T12:00:00Z'),
    place: 'embedded cloud',
  });
  await browser.signIn();
}, 600_000);
afterAll(() => operator.stop());

/** Notes every request that the SDKs make from now on, by its operation or its path. A client keeps the function it began with. */
function noteRequests(): void {
  const { request } = http;
  const noting = (...args: Parameters<typeof request>) => {
    const { headers, path } = args[0] as unknown as {
      readonly headers?: Readonly<Record<string, string>>;
      readonly path?: string;
    };
    operations.push(headers?.['x-amz-target']?.replace(/^.*\./, '') ?? path ?? '');
    return request(...args);
  };
  Object.assign(http, { request: noting });
  syncBuiltinESMExports();
}

/** What a page asks all services of AWS for. */
async function asked(path: string) {
  operations = [];
  const { status, html } = await browser.get(path);
  return { status, operations, kilobytes: Math.ceil(html.length / 1000) };
}

async function figures() {
  const all = new Map<string, Awaited<ReturnType<typeof asked>>>();
  for (const path of pages) all.set(path, await asked(path));
  return all;
}

test('no page asks AWS for more than ten things or scans, and none for more of a large book', async () => {
  const settings = settingsOf(operator.cloud.outputs);
  await fillLicences(settings, templates, customerIds, { from: 0, to: few });
  const ofFew = await figures();
  await fillLicences(settings, templates, customerIds, { from: few, to: many });
  const ofMany = await figures();
  for (const path of pages) {
    const [small, large] = [ofFew.get(path), ofMany.get(path)];
    const said = `${path}: ${large?.operations.join(', ') ?? ''}; ${large?.kilobytes} kB`;
    if (process.env['LICENCES'] !== undefined) process.stdout.write(`${said}\n`);
    expect([200, 303], said).toContain(large?.status);
    expect(large?.operations.length, said).toBeGreaterThan(path.startsWith('/plans') ? -1 : 0);
    expect(large?.operations.length, said).toBeLessThanOrEqual(mostRequests);
    expect(large?.operations, said).not.toContain('Scan');
    expect(large?.operations.length, said).toBeLessThanOrEqual(small?.operations.length ?? 0);
    expect(large?.kilobytes, said).toBeLessThanOrEqual(400);
  }
}, 3_600_000);
