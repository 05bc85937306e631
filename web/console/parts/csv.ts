import type { Page } from '../../../client/browsing/pages.ts';
import type { CsvColumns } from '../../../client/listing/csv-columns.ts';
import { csvLine } from '../../../client/listing/csv-line.ts';
import { countOf } from '../../../client/words/count-of.ts';
import { bytesInAnswer, mostAnswerBytes } from '../../shared/answer-size.ts';
import type { ConsoleContext } from '../context.ts';

/** So many rows that cannot be read are named; the others are counted. */
const mostNamed = 1000;

interface CsvList<Row> {
  readonly title: string;
  readonly csv: CsvColumns<Row>;
  readonly read: (from: string | undefined) => Promise<Page<Row>>;
}

/**
 * Answers with a whole list as CSV, read page by page while it is sent. The deployed console sends it at once, and so much of it as
 * a function may answer with. The last rows say what could not be read, and where the list was cut: a file without them is
 * complete.
 */
export function csvOf<Row>(c: ConsoleContext, { title, ...list }: CsvList<Row>): Response {
  const name = `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${c.var.now.slice(0, 10)}.csv`;
  const isDeployed = c.var.visitor !== undefined;
  const body = ReadableStream.from(linesOf(list, isDeployed ? mostAnswerBytes : Infinity));
  return c.body(body.pipeThrough(new TextEncoderStream()), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  });
}

type Cells = readonly (string | number | undefined)[];

async function* linesOf<Row>(
  { csv, read }: Omit<CsvList<Row>, 'title'>,
  mostBytes: number,
): AsyncGenerator<string, void> {
  yield lines([csv.map(([name]) => name)]);
  const problems: string[] = [];
  let unread = 0;
  let written = 0;
  let bytes = 0;
  let from: string | undefined;
  do {
    let page: Page<Row>;
    try {
      page = await read(from);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      yield cutOff(written, `${why} Download the list again.`);
      break;
    }
    const text = lines(page.rows.map((row) => csv.map(([, of]) => of(row))));
    bytes += bytesInAnswer(text);
    if (bytes > mostBytes) {
      yield cutOff(written, tooLarge);
      break;
    }
    unread += page.unreadable.length;
    problems.push(...page.unreadable.slice(0, mostNamed - problems.length).map(({ problem }) => problem));
    written += page.rows.length;
    if (page.rows.length > 0) yield text;
    from = page.next;
  } while (from !== undefined);
  if (unread > 0) {
    yield lines([
      [`NOT READ: ${countOf(unread, 'row')}`],
      ...problems.map((problem) => [`NOT READ: ${problem}`]),
    ]);
  }
}

const tooLarge =
  'the deployed console sends 5 MB at most. Filter the list, or save it in `npx perennial console`, which sends it whole.';

function cutOff(written: number, why: string): string {
  return lines([[`CUT OFF after ${countOf(written, 'row')}: ${why}`]]);
}

function lines(rows: readonly Cells[]): string {
  return rows.map((cells) => `${csvLine(cells)}\r\n`).join('');
}
