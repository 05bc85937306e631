import { CsvError, parse } from 'csv-parse';
import type { Checked, Mistake } from '../values/mistakes.ts';
import { type Separator, separatorOf, statedSeparator } from './separator.ts';
import { type TextFile, textOf } from './text-file.ts';

/** In characters; what is longer is no row but a file in which a quote is not closed. */
const longestRow = 1_000_000;

export interface TextRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * The records of a file, as they are read, up to the end or to the first broken quoting, after which nothing can be
 * told apart. The first line decides what separates fields. `read` is called with the bytes read so far.
 */
export async function* recordsOf(
  file: string,
  source: TextFile,
  read: (bytes: number) => void,
): AsyncGenerator<Checked<TextRecord>, void> {
  const texts = textOf(source, read);
  const start = await startOf(texts);
  const records: Checked<TextRecord>[] = [];
  let header: readonly string[] | undefined;
  let lastLine = 0;
  const [firstLine = ''] = start.trimStart().split('\n', 1);
  const stated = statedSeparator(firstLine);
  let isStatement = stated !== undefined;
  const parser = parserOf(stated ?? separatorOf(firstLine), (fields, lines) => {
    if (isStatement) {
      isStatement = false;
      return;
    }
    header ??= fields;
    lastLine = lines;
    records.push({ ok: true, value: { line: lines - linesWithin(fields), fields } });
  });
  const parsed = (text: string) =>
    new Promise<void>((resolve) => {
      parser.write(text, () => {
        resolve();
      });
    });
  const ended = new Promise<void>((resolve, reject) => {
    parser.once('finish', resolve).once('error', reject);
  });
  // Whoever stops reading early has no use for how it ends.
  ended.catch(() => undefined);
  await parsed(start);
  yield* records.splice(0);
  for await (const text of texts) {
    if (parser.errored !== null) break;
    await parsed(text);
    yield* records.splice(0);
  }
  try {
    if (parser.errored === null) parser.end();
    await ended;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield* records.splice(0);
    yield { ok: false, mistakes: [brokenQuoting(file, error, lastLine + 1, header)] };
    return;
  }
  yield* records;
}

/** The text up to the end of the first row at least, or all that a row may have. */
async function startOf(texts: AsyncGenerator<string, void>): Promise<string> {
  let start = '';
  while (!start.trimStart().includes('\n') && start.length < longestRow) {
    const next = await texts.next();
    if (next.done === true) break;
    start += next.value;
  }
  return start;
}

function parserOf(delimiter: Separator, onRecord: (fields: readonly string[], lines: number) => void) {
  return parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: '\n',
    max_record_size: longestRow,
    on_record: (fields: readonly string[], { lines }) => {
      onRecord(fields, lines);
      return null;
    },
  });
}

function linesWithin(fields: readonly string[]): number {
  return fields.reduce((count, field) => count + field.split('\n').length - 1, 0);
}

/** `begins` is the line after the last row that was whole. */
function brokenQuoting(
  file: string,
  error: CsvError,
  begins: number,
  header: readonly string[] | undefined,
): Mistake {
  const isStray = error.code !== 'CSV_QUOTE_NOT_CLOSED' && error.code !== 'CSV_MAX_RECORD_SIZE';
  const line = isStray ? Number(error['lines']) : begins;
  const column = header?.[Number(error['index'])];
  const found = isStray ? 'a stray quote' : 'a quote that is not closed';
  const expected =
    'quotes around fields with quotes, separators or line breaks, and each quote within them doubled';
  return { file, line, ...(column === undefined ? {} : { column }), found, expected };
}
