import type { Child } from 'hono/jsx';
import type { Page } from '../../../client/browsing/pages.ts';
import type { CsvColumns } from '../../../client/listing/csv-columns.ts';
import type { ConsoleContext } from '../context.ts';
import { showPage } from '../layout/page.tsx';
import type { Place } from '../layout/navigation.tsx';
import { csvOf } from './csv.ts';
import { Notice } from './notice.tsx';
import { Pager, withQuery } from './pager.tsx';
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

function CsvLink({ c }: { readonly c: ConsoleContext }) {
  return (
    <a class="button" href={withQuery(c, { format: 'csv', from: undefined, before: undefined })} download="">
      CSV
    </a>
  );
}
