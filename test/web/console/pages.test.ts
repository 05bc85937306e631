import { afterAll, beforeAll, expect, test } from 'vitest';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { customerSchema } from '../../../domain/customer/customer.ts';
import { netjapanMaintenance as netjapan } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup as smartNet } from '../../../plans/smart-net-user-group.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';
import { consoleOf } from '../../support/web/visitor.ts';

const hostile = `<script>alert(1)</script>"'&שלום ${'x'.repeat(150)}`;
const customers = 103;
let operator: Operator;
let browser: ReturnType<typeof consoleOf>;
let quoted: string;

beforeAll(async () => {
  operator = await openOperator();
  for (let n = 1; n <= customers; n += 1) {
    const name = n === 1 ? hostile : `Customer ${n}`;
    await operator.post.customers.put(
      customerSchema.parse({
        customerId: `X-${String(n).padStart(4, '0')}`,
        name,
        kind: 'end-user',
        email: 'x@customer.example',
        country: 'GB',
        locale: 'en-GB',
      }),
    );
  }
  quoted = await operator.licence(netjapan, { customerId: 'X-0001', coverEnds: '2026-07-01' });
  await operator.licence(smartNet, { product: 'Smart-Net', modules: [], coverEnds: '2026-12-31' });
  await operator.on('2026-06-09', ['quote', quoted, '--yes']);
  const settings = {
    deployment: new Deployment(operator.cloud.outputs),
    now: () => Promise.resolve('2026-06-09T12:00:00Z'),
    place: 'embedded cloud',
  };
  browser = consoleOf(settings);
  await browser.signIn();
});
afterAll(() => operator.stop());

/** What a page asks DynamoDB for, by operation. */
async function requestsOf(path: string) {
  const before = (await operator.cloud.meter()).counts.dynamodb.requests;
  const { status, html } = await browser.get(path);
  const after = (await operator.cloud.meter()).counts.dynamodb.requests;
  const requests = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
  return { status, html, requests: requests.filter(([, count]) => count > 0) };
}

test.each([
  '/',
  `/?plan=${netjapan.id}`,
  `/due?plan=${netjapan.id}&days=sixty`,
  '/search?q=customer',
  '/customers',
  '/customers/X-0001',
  '/customers/X-0001/statement',
  '/customers/X-0001/edit',
  `/licences?plan=${netjapan.id}`,
  `/invoices?plan=${smartNet.id}&state=overdue`,
  `/quotes?plan=${netjapan.id}`,
  `/parked?plan=${netjapan.id}`,
  `/held-mails?plan=${netjapan.id}`,
  `/lapsing?plan=${netjapan.id}`,
  `/forecast?plan=${netjapan.id}`,
  '/payments',
  '/returned-mails',
])('%s asks for ten things at most, and for no scan', async (path) => {
  const { status, requests } = await requestsOf(path);
  expect(status).toBe(200);
  expect(requests.map(([name]) => name)).not.toContain('Scan');
  const sum = requests.reduce((total, [, count]) => total + count, 0);
  expect(sum, JSON.stringify(requests)).toBeLessThanOrEqual(10);
  expect(sum).toBeGreaterThan(0);
});

test.each([
  '/customers',
  '/customers/X-0001',
  '/customers/X-0001/statement',
  '/customers/X-0001/edit',
  `/licences?plan=${netjapan.id}`,
  `/due?plan=${netjapan.id}`,
  `/search?q=${encodeURIComponent('<script>alert(1)')}`,
])('a hostile name is text on %s', async (path) => {
  const { html } = await browser.get(path);
  expect(html).toContain('&lt;script&gt;alert(1)');
  expect(html).not.toContain('<script>alert');
});

test('a list has pages, and its CSV has all rows', async () => {
  const first = await browser.get('/customers');
  expect(first.html.match(/<th scope="row"/g)).toHaveLength(100);
  const [, next = ''] = /rel="next" href="([^"]+)"/.exec(first.html) ?? [];
  const second = await browser.get(next.replaceAll('&amp;', '&'));
  // With customer C-1, whom the operator has.
  expect(second.html.match(/<th scope="row"/g)).toHaveLength(customers + 1 - 100);
  expect(second.html).not.toContain('rel="next"');
  const response = await browser.send('/customers?format=csv');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="customers-2026-06-09.csv"');
  const lines = (await response.text()).trim().split('\r\n');
  expect(lines).toHaveLength(1 + customers + 1);
  expect(lines[0]).toBe('customerId,name,kind,country,locale,email,accountManager,mergedInto,erasedOn');
});

test('an open quote leads to its licence and its customer, and what is due has its amount', async () => {
  const { html } = await browser.get(`/quotes?plan=${netjapan.id}`);
  expect(html).toContain(`<a href="/licences/${quoted}">${quoted}</a>`);
  expect(html).toContain('href="/customers/X-0001"');
  expect(html).toMatch(/<a href="\/documents\/([\w-]+-2026-00001)">\1<\/a>/);
  expect(html).not.toContain(`${quoted}-Q1`);
  const due = await browser.get(`/due?plan=${netjapan.id}&days=month`);
  expect(due.html).toContain('reminder expiry-7');
  const lapsing = await browser.get(`/lapsing?plan=${netjapan.id}`);
  expect(lapsing.html).toContain('not-renewed');
});

test('an id with a slash and a question mark has a page, by a path that an HTTP API leaves alone', async () => {
  await operator.licence(netjapan, { licenceId: 'A/7 ?b_2F', coverEnds: '2026-07-01' });
  const { html } = await browser.get(`/licences?plan=${netjapan.id}`);
  const [, path = ''] = /href="(\/licences\/A[^"]*)"/.exec(html) ?? [];
  expect(path).toMatch(/^\/licences\/[\w-]+$/);
  const { status, html: page } = await browser.get(path);
  expect(status).toBe(200);
  expect(page).toContain('<h1>A/7 ?b_2F');
});

test('a licence alone that is found is opened at once', async () => {
  const response = await browser.send(`/search?q=${quoted.toLowerCase()}`);
  expect(response.headers.get('location')).toBe(`/licences/${quoted}`);
});

test('a note is added with its author and told once; the same form again adds nothing', async () => {
  const action = '/customers/X-0002/notes';
  const { status, to, html } = await browser.post('/customers/X-0002', action, {
    note: 'Calls on <b>Tuesdays</b>',
  });
  expect([status, to]).toEqual([303, '/customers/X-0002']);
  expect(html).toContain('The note was added.');
  expect(html).toContain('Calls on &lt;b&gt;Tuesdays&lt;/b&gt;');
  const again = await browser.get('/customers/X-0002');
  expect(again.html).not.toContain('The note was added.');
});

test.each([
  ['/customers/NOBODY', 404, 'NOBODY'],
  ['/licences?plan=none', 404, 'There is no plan none.'],
  [`/due?plan=${netjapan.id}&from=%3Cb%3E`, 404, 'There is no place'],
])('%s says what is wrong', async (path, status, text) => {
  const page = await browser.get(path);
  expect(page.status).toBe(status);
  expect(page.html).toContain(text);
});

test('addresses that send mail back are counted on Today and listed, the latest first, while they do', async () => {
  const store = operator.post.customers;
  const note = async (customerId: string, on: string, why?: 'complained') => {
    const customer = await store.get(customerId);
    if (customer === undefined) throw new Error(`no customer ${customerId}`);
    await store.noteUndeliverable(customer.customerId, customer.email, civilDate(on), why);
  };
  await note('X-0002', '2026-05-30');
  await note('X-0003', '2026-06-01');
  await note('X-0004', '2026-06-02', 'complained');
  await note('X-0005', '2026-03-01');
  const listed = async () => {
    const { html } = await browser.get('/returned-mails?format=csv');
    return html
      .trim()

      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 3).join(' ').trim());
  };
  expect(await listed()).toEqual([
    '2026-06-01 x@customer.example X-0003',
    '2026-05-30 x@customer.example X-0002',
    '2026-03-01 x@customer.example X-0005',
  ]);
  const figure = /returned-mails"[^>]*>.*?<strong>(\d+)</s;
  expect(figure.exec((await browser.get('/')).html)?.[1]).toBe('2');
  await store.clearUndeliverable('X-0003', () => true);
  expect(await listed()).toHaveLength(2);
  expect(figure.exec((await browser.get('/')).html)?.[1]).toBe('1');
});

test.each([
  ['no JSON', '{"name"'],
  ['fields that the form does not have', '{"erasedOn":"2026-01-01"}'],
])('a form of a customer that comes back with %s is refused with a sentence', async (_, tampered) => {
  const page = '/customers/X-0002/edit';
  const { html } = await browser.get(page);
  const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(html) ?? [];
  for (const [action, field] of [
    [page, 'shown'],
    [`${page}/confirm`, 'changed'],
  ] as const) {
    const answer = await browser.post(page, action, { csrf, [field]: tampered });
    expect([action, answer.status]).toEqual([action, 400]);
    expect(answer.html).toContain('so nothing was changed. Open it again');
  }
});

test('held mails are named by their kind and the number of their document, and lead to what they say', async () => {
  const licenceId = await operator.licence(netjapan, { customerId: 'X-0003', coverEnds: '2026-06-30' });
  operator.cloud.treatMails(() => ({ fault: 'cut off after sending', loseFeedback: true }));
  await operator.on('2026-06-09', ['run', netjapan.id, '--date', '2026-06-09', '--yes']);
  operator.cloud.treatMails(() => ({}));
  const { html } = await browser.get(`/held-mails?plan=${netjapan.id}`);
  const rows = html.split('<tr').filter((row) => row.includes(`>${licenceId}</a>`));
  const links = [...rows.join('').matchAll(/<a href="([^"]+)">(Quote [\w-]+-2026-\d{5}|Reminder)<\/a>/g)];
  expect(links.map(([, , name = '']) => name.split(' ')[0]).toSorted()).toEqual(['Quote', 'Reminder']);
  expect(html).not.toMatch(new RegExp(`>${licenceId}-0000`));
  for (const [, path = ''] of links) expect((await browser.get(path)).status).toBe(200);
  const csv = await (await browser.send(`/held-mails?plan=${netjapan.id}&format=csv`)).text();
  expect(csv).toMatch(/^licenceId,mailId,mail,number,state,why\r\n/);
});
