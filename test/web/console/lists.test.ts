import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { Page } from '../../../client/browsing/pages.ts';
import type { ConsoleVisitor } from '../../../contracts/console/door.ts';
import type { ConsoleEnv } from '../../../web/console/context.ts';
import { csvOf } from '../../../web/console/parts/csv.ts';
import { Pager } from '../../../web/console/parts/pager.tsx';

interface Row {
  readonly id: string;
}

/** The CSV of a list of pages that are named by their places. */
async function csv(
  read: (from: string | undefined) => Promise<Page<Row>>,
  visitor?: ConsoleVisitor,
): Promise<Response> {
  const app = new Hono<ConsoleEnv>();
  app.get('/', (c) => {
    c.set('now', '2026-06-09T12:00:00Z');
    c.set('visitor', visitor);
    return csvOf<Row>(c, { title: 'Rows', csv: [['id', ({ id }) => id]], read });
  });
  return app.request('/');
}

test('the last rows of a CSV name what could not be read', async () => {
  const problem = 'licence B is not valid: no facts';
  const response = await csv((from) =>
    Promise.resolve(
      from === undefined
        ? { rows: [{ id: 'A' }], unreadable: [{ id: 'B', problem }], next: '2' }
        : { rows: [{ id: 'C' }], unreadable: [] },
    ),
  );
  expect(await response.text()).toBe(`id\r\nA\r\nC\r\nNOT READ: 1 row\r\nNOT READ: ${problem}\r\n`);
});

test('a CSV that a fault cuts says where, why and what to do', async () => {
  const response = await csv((from) =>
    from === undefined
      ? Promise.resolve({ rows: [{ id: 'A' }], unreadable: [], next: '2' })
      : Promise.reject(new Error('the table is throttled.')),
  );
  const lines = (await response.text()).split('\r\n');
  expect(lines.at(-2)).toBe('CUT OFF after 1 row: the table is throttled. Download the list again.');
});

test('a CSV is read no faster than it is taken, and no further once nobody takes it', async () => {
  let pages = 0;
  const response = await csv(() => {
    pages += 1;
    return Promise.resolve({ rows: [{ id: `A${pages}` }], unreadable: [], next: String(pages) });
  });
  const reader = response.body?.getReader();
  for (let taken = 0; taken < 5; taken += 1) await reader?.read();
  await reader?.cancel();
  const read = pages;
  expect(read).toBeLessThanOrEqual(7);
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  expect(pages).toBe(read);
});

/** A list of so many pages, each of 100 rows with 10,000 quotation marks. */
function largePage(from: string | undefined, pages: number): Promise<Page<Row>> {
  const page = Number(from ?? 1);
  const rows = Array.from({ length: 100 }, () => ({ id: '"'.repeat(10_000) }));
  return Promise.resolve({ rows, unreadable: [], ...(page < pages && { next: String(page + 1) }) });
}

test('a CSV of the deployed console ends before it is too large for a function, and says how to get all', async () => {
  const all = await csv((from) => largePage(from, 3));
  expect((await all.text()).split('\r\n')).toHaveLength(302);
  const visitor = { person: 'jane@vendor.example', role: 'reader' } as const;
  const text = await (await csv((from) => largePage(from, 3), visitor)).text();
  // Lambda takes 6 MB of JSON.
  expect(JSON.stringify(text).length).toBeLessThan(6_000_000);
  const lines = text.split('\r\n');
  expect(lines).toHaveLength(103);
  expect(lines.at(-2)).toContain('CUT OFF after 100 rows: ');
  expect(lines.at(-2)).toContain('`npx perennial console`');
});

/** The addresses that the pager of a list of four pages leads to. */
async function pagerOf(address: string) {
  const app = new Hono();
  app.get('/invoices', (c) => {
    const at = Number(c.req.query('from') ?? 1);
    const next = at === 4 ? undefined : String(at + 1);
    return c.html(Pager({ c: c as never, next }) ?? '');
  });
  const html = await (await app.request(address)).text();
  const to = (rel: string) =>
    new RegExp(`rel="${rel}" href="([^"]+)"`).exec(html)?.[1]?.replaceAll('&amp;', '&');
  return { html, next: to('next') ?? '', previous: to('prev') ?? '' };
}

test('next and previous pages keep the filters, and lead back the way they came', async () => {
  const first = '/invoices?plan=a&state=overdue';
  expect((await pagerOf(first)).html).not.toContain('Previous');
  const second = (await pagerOf(first)).next;
  expect(second).toContain('plan=a&state=overdue&from=2');
  const third = (await pagerOf(second)).next;
  const fourth = (await pagerOf(third)).next;
  const last = await pagerOf(fourth);
  expect(last.next).toBe('');
  expect(last.previous).toBe(third);
  expect((await pagerOf(third)).previous).toBe(second);
  expect((await pagerOf(second)).previous).toBe(first);
});
