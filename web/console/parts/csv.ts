import type { Page } from '../../../client/browsing/pages.ts';
import type { CsvColumns } from '../../../client/listing/csv-columns.ts';
import { csvLine } from '../../../client/listing/csv-line.ts';
import { countOf } from '../../../client/words/count-of.ts';
import type { ConsoleContext } from '../context.ts';

/** So many rows that cannot be read are named; the others are counted. */
const mostNamed = 1000;

interface CsvList<Row> {
  readonly title: string;
  readonly csv: CsvColumns<Row>;
  readonly read: (from: string | undefined) => Promise<Page<Row>>;
}

/**
 * Answers with a whole list as CSV. A page is read when the one before it has been taken, so it needs the memory of a page. The
 * last rows say what could not be read, and where the list was cut by a fault: a file without them is complete.
 */
export function csvOf<Row>(c: ConsoleContext, { title, ...list }: CsvList<Row>): Response {
  const name = `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${c.var.now.slice(0, 10)}.csv`;
  return c.body(ReadableStream.from(linesOf(list)), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  });
}

async function* linesOf<Row>({ csv, read }: Omit<CsvList<Row>, 'title'>): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  const lines = (some: readonly (readonly (string | number | undefined)[])[]) =>
    encoder.encode(some.map((cells) => `${csvLine(cells)}\r\n`).join(''));
  yield lines([csv.map(([name]) => name)]);
  const problems: string[] = [];
  let unread = 0;
  let written = 0;
  let from: string | undefined;
  do {
    let page: Page<Row>;
    try {
      page = await read(from);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      yield lines([[`CUT OFF after ${countOf(written, 'row')}: ${why} Download the list again.`]]);
      break;
    }
    unread += page.unreadable.length;
    problems.push(...page.unreadable.slice(0, mostNamed - problems.length).map(({ problem }) => problem));
    written += page.rows.length;
    if (page.rows.length > 0) yield lines(page.rows.map((row) => csv.map(([, of]) => of(row))));
    from = page.next;
  } while (from !== undefined);
  if (unread > 0) {
    yield lines([
      [`NOT READ: ${countOf(unread, 'row')}`],
      ...problems.map((problem) => [`NOT READ: ${problem}`]),
    ]);
  }
}
