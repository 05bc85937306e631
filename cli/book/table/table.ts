import { join } from 'node:path';
import type { BookFolder } from '../format/format.ts';
import { type Checked, type Mistake, quoted } from '../values/mistakes.ts';
import type { Columns } from './columns.ts';
import { ForeignDates } from './foreign-dates.ts';
import { type Header, readHeader } from './header.ts';
import { recordsOf, type TextRecord } from './records.ts';
import { namelessValue, readRow, type Row } from './row.ts';
import { inspect } from './text-file.ts';

export interface Table {
  readonly rows: readonly Row[];
  readonly mistakes: readonly Mistake[];
}

/** Is called with how many bytes of a file have been read. */
export type OnRead = (bytes: number, total: number) => void;

const replacement = '\uFFFD';

/**
 * The rows of one CSV file of a book, as they are read: a header row with `columns` in any order, separated by commas,
 * semicolons or tabs. Empty rows and empty fields after the last column are skipped. A cause that concerns the whole
 * file, such as its encoding, is one mistake.
 */
export async function* rowsOf(
  { path: folder, format }: BookFolder,
  file: string,
  columns: Columns,
  onRead: OnRead = () => undefined,
): AsyncGenerator<Checked<Row>, void> {
  const source = await inspect(file, join(folder, file), format.encoding);
  if (!source.ok) {
    yield source;
    return;
  }
  const { bytes, isSound } = source.value;
  const dates = new ForeignDates(file, format.dates);
  let header: Header | undefined;
  const records = recordsOf(file, source.value, (read) => {
    onRead(read, bytes);
  });
  for await (const record of records) {
    if (!record.ok) {
      yield record;
      break;
    }
    const { fields } = record.value;
    const broken = isSound ? undefined : fields.findIndex((field) => field.includes(replacement));
    if (broken !== undefined && broken >= 0) {
      yield refuse(notOfEncoding(file, record.value, header?.[broken], broken, source.value.encoding));
      break;
    }
    if (fields.every((field) => field.trim() === '')) continue;
    if (header === undefined) {
      const read = readHeader(file, fields, columns, format.mapping);
      if (!read.ok) {
        yield read;
        return;
      }
      header = read.value;
      continue;
    }
    const nameless = namelessValue(file, record.value, header);
    if (nameless !== undefined) {
      yield nameless;
      break;
    }
    yield readRow(file, record.value, header, columns, dates);
  }
  for (const mistake of dates.mistakes()) yield refuse(mistake);
  if (header === undefined && isSound) {
    const expected = `the header row ${columns.names.join(',')}`;
    yield refuse({ file, line: 1, found: 'an empty file', expected });
  }
}

/** Reads a file of a book whole. */
export async function readTable(folder: BookFolder, file: string, columns: Columns): Promise<Table> {
  const rows: Row[] = [];
  const mistakes: Mistake[] = [];
  for await (const read of rowsOf(folder, file, columns)) {
    if (read.ok) rows.push(read.value);
    else mistakes.push(...read.mistakes);
  }
  return { rows, mistakes };
}

function refuse(mistake: Mistake): Checked<Row> {
  return { ok: false, mistakes: [mistake] };
}

function notOfEncoding(
  file: string,
  { line, fields }: TextRecord,
  column: string | undefined,
  index: number,
  encoding: string,
): Mistake {
  const name = encoding.toUpperCase();
  return {
    file,
    line,
    ...(column === undefined ? {} : { column }),
    found: `bytes that are not ${name} in ${quoted(fields[index] ?? '')}`,
    expected: 'text in UTF-8, or its encoding stated, such as --encoding windows-1252',
  };
}
