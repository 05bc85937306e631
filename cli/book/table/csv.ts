import { createReadStream } from 'node:fs';
import { dirname } from 'node:path';
import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse';
import type { Checked, Mistake } from '../values/mistakes.ts';

/** What the bytes of a file are. */
interface Inspected {
  readonly bytes: number;
  readonly hasZeros: boolean;
  readonly isUtf8: boolean;
}

/** Reads a file through, part by part; says in words why it cannot be read. */
export async function inspect(path: string): Promise<Inspected | string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  let hasZeros = false;
  let isUtf8 = true;
  try {
    for await (const part of partsOf(path)) {
      bytes += part.length;
      hasZeros ||= part.includes(0);
      isUtf8 &&= decodes(decoder, part);
    }
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
      ? `no such file in ${dirname(path)}`
      : `a file that cannot be read (${error instanceof Error ? error.message : String(error)})`;
  }
  return { bytes, hasZeros, isUtf8: isUtf8 && decodes(decoder) };
}

/** Whether what came so far is UTF-8; without a part, whether it ends as such. */
function decodes(decoder: TextDecoder, part?: Buffer): boolean {
  try {
    decoder.decode(part, { stream: part !== undefined });
    return true;
  } catch {
    return false;
  }
}

function partsOf(path: string): AsyncIterable<Buffer> {
  return createReadStream(path);
}

/** In characters; what is longer is no row but a file in which a quote is not closed. */
const longestRow = 1_000_000;

export interface TextRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * The records of a file, as they are read, up to the end or to the first broken quoting, after which nothing can be
 * told apart. `read` is told how many bytes of it are behind.
 */
export async function* recordsOf(
  file: string,
  path: string,
  read: (bytes: number) => void,
): AsyncGenerator<Checked<TextRecord>, void> {
  let header: readonly string[] | undefined;
  let records: Checked<TextRecord>[] = [];
  let lastLine = 0;
  const parser = parse({
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: '\n',
    max_record_size: longestRow,
    on_record: (fields: readonly string[], context) => {
      header ??= fields;
      lastLine = context.lines;
      records.push({ ok: true, value: { line: context.lines - linesWithin(fields), fields } });
      return null;
    },
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
  for await (const text of textOf(path, read)) {
    await parsed(text);
    yield* records;
    records = [];
    if (parser.errored !== null) break;
  }
  try {
    if (parser.errored === null) parser.end();
    await ended;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield* records;
    yield { ok: false, mistakes: [brokenQuoting(file, error, lastLine + 1, header)] };
    return;
  }
  yield* records;
}

/** The text of a file part by part, each line break as one LF. */
async function* textOf(path: string, read: (bytes: number) => void): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8');
  let bytes = 0;
  let held = '';
  for await (const part of partsOf(path)) {
    const text = held + decoder.decode(part, { stream: true });
    held = text.endsWith('\r') ? '\r' : '';
    yield withLineFeeds(text.slice(0, text.length - held.length));
    read((bytes += part.length));
  }
  yield withLineFeeds(held + decoder.decode());
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
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
  const expected = 'fields with quotes, commas or line breaks to stand in quotes, quotes within them doubled';
  return { file, line, ...(column === undefined ? {} : { column }), found, expected };
}
