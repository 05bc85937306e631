import { join } from 'node:path';
import { isValidUtf8, parseRecords, readBytes } from './csv.ts';
import { type Mistake, quoted } from './mistakes.ts';

/** A row of a table, by column. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface Table {
  readonly file: string;
  readonly rows: readonly Row[];
  readonly mistakes: readonly Mistake[];
  /** False where rows are missing because the file could not be read to its end. */
  readonly isComplete: boolean;
}

const replacement = '\uFFFD';

/**
 * Reads one CSV file of a book: UTF-8 of at most 64 MiB, a header row with exactly `columns` in any order. Rows of
 * the wrong length and text that is not UTF-8 are left out and named as mistakes.
 */
export function readTable(folder: string, file: string, columns: readonly string[]): Table {
  const bytes = readBytes(join(folder, file));
  if (typeof bytes === 'string') return unreadable(file, [{ file, found: bytes, expected: 'a CSV file' }]);
  if (bytes.includes(0)) {
    return unreadable(file, [{ file, found: 'zero bytes, as UTF-16 has', expected: 'text in UTF-8' }]);
  }
  const isUtf8 = isValidUtf8(bytes);
  const { records, broken } = parseRecords(file, new TextDecoder('utf-8').decode(bytes));
  const [header, ...body] = records;
  if (header === undefined) {
    const empty = { file, line: 1, found: 'an empty file', expected: `the header row ${columns.join(',')}` };
    return unreadable(file, broken ?? [empty]);
  }
  const ofHeader = checkHeader(file, header.fields, columns);
  if (ofHeader.length > 0) return unreadable(file, [...ofHeader, ...(broken ?? [])]);
  const rows: Row[] = [];
  const mistakes: Mistake[] = [];
  for (const { line, fields } of body) {
    const wrong = checkRow(file, line, header.fields, fields, isUtf8);
    mistakes.push(...wrong);
    if (wrong.length === 0) rows.push({ line, cells: cellsOf(header.fields, fields) });
  }
  return {
    file,
    rows,
    mistakes: [...mistakes, ...(broken ?? [])],
    isComplete: mistakes.length === 0 && broken === undefined,
  };
}

function unreadable(file: string, mistakes: readonly Mistake[]): Table {
  return { file, rows: [], mistakes, isComplete: false };
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
