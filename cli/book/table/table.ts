import { join } from 'node:path';
import { inspect, recordsOf } from './csv.ts';
import { type Checked, type Mistake, quoted } from '../values/mistakes.ts';

/** A row of a table, by column. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface Table {
  readonly rows: readonly Row[];
  readonly mistakes: readonly Mistake[];
}

/** Is told how many of a file's bytes have been read. */
export type Behind = (bytes: number, total: number) => void;

const replacement = '\uFFFD';

/**
 * The rows of one CSV file of a book, as they are read: UTF-8, a header row with exactly `columns` in any order. Rows
 * of the wrong length and text that is not UTF-8 are left out and named as mistakes.
 */
export async function* rowsOf(
  folder: string,
  file: string,
  columns: readonly string[],
  behind: Behind = () => undefined,
): AsyncGenerator<Checked<Row>, void> {
  const path = join(folder, file);
  const inspected = await inspect(path);
  if (typeof inspected === 'string') {
    yield wrong({ file, found: inspected, expected: 'a CSV file' });
    return;
  }
  const { bytes, hasZeros, isUtf8 } = inspected;
  if (hasZeros) {
    yield wrong({ file, found: 'zero bytes, as UTF-16 has', expected: 'text in UTF-8' });
    return;
  }
  let header: readonly string[] | undefined;
  const records = recordsOf(file, path, (read) => {
    behind(read, bytes);
  });
  for await (const record of records) {
    if (!record.ok) {
      yield record;
      return;
    }
    const { line, fields } = record.value;
    const mistakes: readonly Mistake[] =
      header === undefined
        ? checkHeader(file, fields, columns)
        : checkRow(file, line, header, fields, isUtf8);
    if (mistakes.length > 0) yield { ok: false, mistakes };
    else if (header !== undefined) yield { ok: true, value: { line, cells: cellsOf(header, fields) } };
    if (header === undefined && mistakes.length > 0) return;
    header ??= fields;
  }
  if (header === undefined) {
    yield wrong({ file, line: 1, found: 'an empty file', expected: `the header row ${columns.join(',')}` });
  }
}

/** Reads a file of a book whole. */
export async function readTable(folder: string, file: string, columns: readonly string[]): Promise<Table> {
  const rows: Row[] = [];
  const mistakes: Mistake[] = [];
  for await (const read of rowsOf(folder, file, columns)) {
    if (read.ok) rows.push(read.value);
    else mistakes.push(...read.mistakes);
  }
  return { rows, mistakes };
}

function wrong(mistake: Mistake): Checked<Row> {
  return { ok: false, mistakes: [mistake] };
}

function checkHeader(
  file: string,
  header: readonly string[],
  columns: readonly string[],
): readonly Mistake[] {
  const at = { file, line: 1 };
  const unknown = header
    .filter((column) => !columns.includes(column))
    .map((column) => ({
      ...at,
      column,
      found: `an unknown column ${quoted(column)}`,
      expected: `only ${columns.join(', ')}`,
    }));
  const repeated = header
    .filter((column, index) => header.indexOf(column) < index && columns.includes(column))
    .map((column) => ({ ...at, column, found: `the column ${column} again`, expected: 'each column once' }));
  const missing = columns
    .filter((column) => !header.includes(column))
    .map((column) => ({ ...at, column, found: 'no such column', expected: `a header row with ${column}` }));
  return [...unknown, ...repeated, ...missing];
}

function checkRow(
  file: string,
  line: number,
  header: readonly string[],
  fields: readonly string[],
  isUtf8: boolean,
): readonly Mistake[] {
  if (fields.length !== header.length) {
    const column = header[fields.length] ?? header.at(-1) ?? '';
    return [{ file, line, column, found: `${fields.length} fields`, expected: `${header.length} fields` }];
  }
  if (isUtf8) return [];
  return header.flatMap((column, index) => {
    const field = fields[index] ?? '';
    if (!field.includes(replacement)) return [];
    return [
      {
        file,
        line,
        column,
        found: `bytes that are not UTF-8 in ${quoted(field)}`,
        expected: 'text in UTF-8',
      },
    ];
  });
}

function cellsOf(header: readonly string[], fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(header.map((column, index) => [column, fields[index] ?? '']));
}
