import type { z } from 'zod';
import { type Mistake, quoted } from './mistakes.ts';
import type { Row } from './table.ts';

/** What a row says, or what is wrong with it. */
export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Reads a row's fields; at most one mistake for each column. */
export function checkFields<T>(file: string, row: Row, schema: z.ZodType<T>): Checked<T> {
  const checked = schema.safeParse(row.cells);
  if (checked.success) return { ok: true, value: checked.data };
  const byColumn = new Map<string, string>();
  for (const issue of checked.error.issues) {
    const column = String(issue.path[0]);
    if (!byColumn.has(column)) byColumn.set(column, issue.message.replace(/^expected /, ''));
  }
  return {
    ok: false,
    mistakes: [...byColumn].map(([column, expected]) => mistakeIn(file, row, column, expected)),
  };
}

/** A mistake that quotes the cell as it stands. */
export function mistakeIn(file: string, row: Row, column: string, expected: string): Mistake {
  return { file, line: row.line, column, found: quoted(row.cells[column] ?? ''), expected };
}

/** Where the ids of `rows` repeat each other: every row but the first with an id. */
export function repeatedIds(file: string, rows: readonly Row[], column: string): readonly Mistake[] {
  const lines = new Map<string, number>();
  return rows.flatMap((row) => {
    const id = row.cells[column] ?? '';
    const first = lines.get(id);
    if (first === undefined) lines.set(id, row.line);
    if (first === undefined || id === '') return [];
    return [mistakeIn(file, row, column, `an id of its own (line ${first} has this one)`)];
  });
}
