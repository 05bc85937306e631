import { quoted, type Checked } from '../values/mistakes.ts';
import type { Columns } from './columns.ts';
import type { ForeignDates } from './foreign-dates.ts';
import type { Header } from './header.ts';
import type { TextRecord } from './records.ts';

/** Ids are taken as they are written: others may know them with their spaces. */
const exact: ReadonlySet<string> = new Set(['customerId', 'licenceId', 'partnerId']);

/** A row of a table, by column. */
export interface Row {
  readonly line: number;
  /** Without spaces around them, dates as ISO dates; a column that the file does not have is empty. */
  readonly cells: Readonly<Record<string, string>>;
  /** The cells as they stand in the file. */
  readonly written: Readonly<Record<string, string>>;
  /** Columns that a mistake about the whole file covers. */
  readonly excused: ReadonlySet<string>;
}

/** Reads a row; refuses one that is shorter than the header row, or has a value where that has no column. */
export function readRow(
  file: string,
  { line, fields }: TextRecord,
  header: Header,
  { names, dates: dateColumns }: Columns,
  dates: ForeignDates,
): Checked<Row> {
  const beyond = fields.findIndex((field, index) => index >= header.length && field.trim() !== '');
  if (fields.length < header.length || beyond >= 0) {
    const column = header[fields.length] ?? header.at(-1) ?? '';
    const found = `${fields.length} fields`;
    const expected = `${header.length} fields, as in the header row`;
    return { ok: false, mistakes: [{ file, line, column, found, expected }] };
  }
  const written = Object.fromEntries(names.map((name) => [name, fields[header.indexOf(name)] ?? '']));
  const cells = Object.fromEntries(
    Object.entries(written).map(([column, cell]) => [column, exact.has(column) ? cell : cell.trim()]),
  );
  const excused = new Set<string>();
  for (const column of dateColumns) {
    const date = dates.read(line, column, cells[column] ?? '');
    if (date === undefined) excused.add(column);
    else cells[column] = date;
  }
  return { ok: true, value: { line, cells, written, excused } };
}

/** A value below a header that is empty: nobody knows what it is. */
export function namelessValue(
  file: string,
  { line, fields }: TextRecord,
  header: Header,
): Checked<never> | undefined {
  const index = header.findIndex(
    (column, position) => column === '' && (fields[position] ?? '').trim() !== '',
  );
  if (index < 0) return undefined;
  const found = `${quoted(fields[index] ?? '')} in field ${index + 1}, which the header row does not name`;
  return {
    ok: false,
    mistakes: [{ file, line, found, expected: 'a header for each column that has values' }],
  };
}
