import type { Child } from 'hono/jsx';
import type { Page } from '../../../client/browsing/pages.ts';
import { csvLine } from '../../../client/listing/csv-line.ts';
import type { CsvColumns } from '../../../client/listing/csv-columns.ts';
import type { ConsoleContext } from '../context.ts';
import { showPage } from '../layout/page.tsx';
import type { Place } from '../layout/navigation.tsx';
import { Notice } from './notice.tsx';
import { type Column, Table } from './table.tsx';

interface ListProps<Row> {
  readonly title: string;
  readonly at: Place;
  /** What stands above the rows: filters and tabs. */
  readonly head?: Child;
  readonly columns: readonly Column<Row>[];
  readonly csv: CsvColumns<Row>;
  readonly empty: string;
  /** Some rows from a place in the list on. */
  readonly read: (from: string | undefined) => Promise<Page<Row>>;
}

/**
 * Answers with a page of a list, by the filters in the address; with `format=csv` there, with the whole list as CSV, which is
 * read page by page while it is sent.
 */
export async function showList<Row>(c: ConsoleContext, list: ListProps<Row>): Promise<Response> {
  if (c.req.query('format') === 'csv') return csvOf(c, list);
  const { title, at, head, columns, empty, read } = list;
  const { rows, next, unreadable } = await read(c.req.query('from'));
  return showPage(
    c,
    { title, at, actions: <CsvLink c={c} /> },
    <>
      {head}
      {unreadable.map(({ problem }) => (
        <Notice kind="warning">Not shown: {problem}</Notice>
      ))}
      <Table
        caption={title}
        columns={columns}
        rows={rows}
        empty={next === undefined ? empty : 'None among those that were read. There are more.'}
      />
      <Pager c={c} next={next} />
    </>,
  );
}

/** The address of this page with one part of its query changed or left out. */
function withQuery(c: ConsoleContext, changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(c.req.query());
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? c.req.path : `${c.req.path}?${text}`;
}

function CsvLink({ c }: { readonly c: ConsoleContext }) {
  return (
    <a class="button" href={withQuery(c, { format: 'csv', from: undefined })} download="">
      CSV
    </a>
  );
}

/** The ways to the other pages of a list. */
export function Pager({ c, next }: { readonly c: ConsoleContext; readonly next: string | undefined }) {
  const isFirst = c.req.query('from') === undefined;
  if (isFirst && next === undefined) return null;
  return (
    <nav class="pager" aria-label="Pages">
      {isFirst ? null : (
        <a class="button" href={withQuery(c, { from: undefined })}>
          First page
        </a>
      )}
      {next === undefined ? (
        'That was the last page.'
      ) : (
        <a class="button" rel="next" href={withQuery(c, { from: next })}>
          Next page
        </a>
      )}
    </nav>
  );
}

function csvOf<Row>(c: ConsoleContext, { title, csv, read }: ListProps<Row>): Response {
  async function* lines() {
    const encoder = new TextEncoder();
    yield encoder.encode(`${csvLine(csv.map(([name]) => name))}\r\n`);
    let from: string | undefined;
    do {
      const { rows, next } = await read(from);
      const text = rows.map((row) => `${csvLine(csv.map(([, of]) => of(row)))}\r\n`).join('');
      if (text !== '') yield encoder.encode(text);
      from = next;
    } while (from !== undefined);
  }
  const name = `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${c.var.now.slice(0, 10)}.csv`;
  return c.body(ReadableStream.from(lines()), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  });
}
