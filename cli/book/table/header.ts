import { ignored, type Mapping, sameHeader } from '../format/mapping.ts';
import { type Checked, type Mistake, quoted } from '../values/mistakes.ts';
import type { Columns } from './columns.ts';

/** The column of each field of a row: empty where the header row names none, `ignored` where the mapping says so. */
export type Header = readonly string[];

const mostNamed = 8;
const remedy = 'for other headers state a mapping file: --map FILE';

/** Reads the header row of a file; says at most once what is unknown, and at most once what is missing. */
export function readHeader(
  file: string,
  fields: readonly string[],
  { names, needed }: Columns,
  mapping: Mapping,
): Checked<Header> {
  const columns = fields.map((field) => columnOf(file, field, names, mapping));
  const isKnown = (column: string) => names.includes(column);
  const at = { file, line: 1 };
  if (!columns.some(isKnown)) {
    const found = `none of the columns in ${quoted(fields.join(' | '))}`;
    const expected = `the header row ${names.join(',')} with commas, semicolons or tabs; ${remedy}`;
    return { ok: false, mistakes: [{ ...at, found, expected }] };
  }
  const unknown = columns.filter((column) => column !== '' && column !== ignored && !isKnown(column));
  const twice = columns.filter((column, index) => isKnown(column) && columns.indexOf(column) < index);
  const missing = needed.filter((column) => !columns.includes(column));
  const mistakes: Mistake[] = [
    ...about(unknown, (columns) => ({
      ...at,
      found: `unknown ${columns}`,
      expected: `only ${names.join(', ')}; ${remedy}`,
    })),
    ...about(twice, (columns) => ({ ...at, found: `${columns} twice`, expected: 'each column once' })),
    ...about(missing, (columns) => ({
      ...at,
      found: `no ${columns}`,
      expected: `it in the header row; ${remedy}`,
    })),
  ];
  if (mistakes.length > 0) return { ok: false, mistakes };
  return { ok: true, value: columns };
}

/** The column that a header stands for, or the header itself where it stands for none of ours. */
function columnOf(file: string, header: string, names: readonly string[], mapping: Mapping): string {
  if (header.trim() === '') return '';
  const mapped = mapping.columnOf(file, header);
  return mapped ?? names.find((name) => sameHeader(name) === sameHeader(header)) ?? header.trim();
}

/** One mistake about all of these columns; none where there are none. */
function about(columns: readonly string[], mistake: (columns: string) => Mistake): readonly Mistake[] {
  const [first] = columns;
  if (first === undefined) return [];
  if (columns.length === 1) return [{ ...mistake(`column ${quoted(first)}`), column: first }];
  const named = columns.slice(0, mostNamed).map((column) => quoted(column));
  const more = columns.length > mostNamed ? ` and ${columns.length - mostNamed} more` : '';
  return [mistake(`columns ${named.join(', ')}${more}`)];
}
