import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Checked, type Mistake, quoted } from '../values/mistakes.ts';

/** Which of our columns the headers of somebody else's files stand for. */
export interface Mapping {
  /** The column that a header of a file stands for; `ignored` for one that is not read; undefined if it is not mapped. */
  columnOf(file: string, header: string): string | undefined;
}

export const noMapping: Mapping = { columnOf: () => undefined };

/** What a header that is not read is mapped to; no column has this name. */
export const ignored = 'ignore';

interface Entry {
  /** Unset for an entry of every file. */
  readonly file: string | undefined;
  readonly column: string;
  readonly header: string;
}

/**
 * Reads a mapping file: a line `our column = their header` for each header that is not called as ours, or
 * `ignore = their header`. Lines below `[licences.csv]` hold for that file, those above any such line for every file.
 * A line that starts with # is a comment. `columns` are those of each file of a book.
 */
export function readMapping(
  path: string,
  columns: Readonly<Record<string, readonly string[]>>,
): Checked<Mapping> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, mistakes: [{ file: path, found: `a file that cannot be read (${why})`, expected }] };
  }
  const entries: Entry[] = [];
  const mistakes: Mistake[] = [];
  let file: string | undefined;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const shown = line.replace(/^\uFEFF/, '').trim();
    const section = shown.startsWith('[') && shown.endsWith(']') ? shown.slice(1, -1).trim() : undefined;
    const at = { file: basename(path), line: index + 1, found: quoted(shown) };
    if (shown === '' || shown.startsWith('#')) continue;
    if (section === undefined) {
      const entry = entryIn(shown, file, columns);
      if (typeof entry === 'string') mistakes.push({ ...at, expected: entry });
      else entries.push(entry);
    } else {
      file = section;
      if (columns[section] === undefined)
        mistakes.push({ ...at, expected: `one of ${Object.keys(columns).join(', ')} in brackets` });
    }
  }
  if (mistakes.length > 0) return { ok: false, mistakes };
  return { ok: true, value: mappingOf(entries) };
}

const expected = 'lines such as customerId = Customer No.';

/** An entry, or what is expected instead of the line. */
function entryIn(
  line: string,
  file: string | undefined,
  columns: Readonly<Record<string, readonly string[]>>,
): Entry | string {
  const split = line.indexOf('=');
  const column = line.slice(0, split).trim();
  const header = line.slice(split + 1).trim();
  if (split < 0 || column === '' || header === '') return expected;
  const known = file === undefined ? Object.values(columns).flat() : (columns[file] ?? []);
  if (column === ignored || known.includes(column)) return { file, column, header };
  return `a column of ours before the equals sign: ${[...new Set(known), ignored].join(', ')}`;
}

function mappingOf(entries: readonly Entry[]): Mapping {
  return {
    columnOf(file, header) {
      const wanted = sameHeader(header);
      const ofFile = entries.filter((entry) => entry.file === undefined || entry.file === file);
      return ofFile.findLast((entry) => sameHeader(entry.header) === wanted)?.column;
    },
  };
}

/** Headers are the same whatever their case and the spaces around them. */
export function sameHeader(header: string): string {
  return header.trim().toLowerCase();
}
