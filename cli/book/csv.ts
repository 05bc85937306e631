import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import type { Mistake } from './mistakes.ts';

const mostBytes = 64 * 1024 * 1024;

/** The file's bytes, or in words why there are none. */
export function readBytes(path: string): Buffer | string {
  try {
    const { size } = statSync(path);
    if (size > mostBytes) return `${size} bytes (the most is ${mostBytes})`;
    return readFileSync(path);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
      ? `no such file in ${join(path, '..')}`
      : `a file that cannot be read (${error instanceof Error ? error.message : String(error)})`;
  }
}

export function isValidUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

export interface TextRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** The records up to the end, or to the first broken quoting, after which nothing can be told apart. */
export function parseRecords(
  file: string,
  text: string,
): { records: readonly TextRecord[]; broken?: readonly Mistake[] } {
  const records: TextRecord[] = [];
  try {
    parse(text.replace(/\r\n?/g, '\n'), {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
      on_record: (fields: readonly string[], context) => {
        records.push({ line: context.lines - linesWithin(fields), fields });
        return null;
      },
    });
    return { records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records, broken: [brokenQuoting(file, error, records[0]?.fields)] };
  }
}

function linesWithin(fields: readonly string[]): number {
  return fields.reduce((count, field) => count + field.split('\n').length - 1, 0);
}

function brokenQuoting(file: string, error: CsvError, header: readonly string[] | undefined): Mistake {
  const line = Number(error['lines']);
  const column = header?.[Number(error['index'])];
  const found = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote that is not closed' : 'a stray quote';
  const expected = 'fields with quotes, commas or line breaks to stand in quotes, quotes within them doubled';
  return { file, line, ...(column === undefined ? {} : { column }), found, expected };
}
