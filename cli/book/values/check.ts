import type { z } from 'zod/mini';
import { type Checked, type Mistake, quoted } from './mistakes.ts';
import type { Row } from '../table/row.ts';

/** Reads a row's fields; at most one mistake for each column. */
export function checkFields<T>(file: string, row: Row, schema: z.ZodMiniType<T>): Checked<T> {
  return check(file, row, schema, row.cells);
}

/**
 * Checks what is made of a row by the schema that it is stored by, so that what is accepted here can be written. A
 * mistake names the column of the field that has it.
 */
export function checkStorable<T>(
  file: string,
  row: Row,
  schema: z.ZodMiniType<T>,
  value: unknown,
): Checked<T> {
  return check(file, row, schema, value);
}

function check<T>(file: string, row: Row, schema: z.ZodMiniType<T>, value: unknown): Checked<T> {
  const checked = schema.safeParse(value);
  if (checked.success) return { ok: true, value: checked.data };
  const byColumn = new Map<string, string>();
  for (const issue of checked.error.issues) {
    const column = String(issue.path[0]);
    if (!byColumn.has(column) && !row.excused.has(column))
      byColumn.set(column, issue.message.replace(/^expected /, ''));
  }
  return {
    ok: false,
    mistakes: [...byColumn].map(([column, expected]) => mistakeIn(file, row, column, expected)),
  };
}

/** A mistake that quotes the cell as it stands in the file. */
export function mistakeIn(file: string, row: Row, column: string, expected: string): Mistake {
  return { file, line: row.line, column, found: quoted(row.written[column] ?? ''), expected };
}

/** The ids of the rows that were taken, each by the line that has it. */
export class Ids {
  readonly #file: string;
  readonly #column: string;
  readonly #lines = new Map<string, number>();

  constructor(file: string, column: string) {
    this.#file = file;
    this.#column = column;
  }

  /** Takes a row's id; a mistake where an earlier row has it. */
  take(row: Row): readonly Mistake[] {
    const id = row.cells[this.#column] ?? '';
    const first = this.#lines.get(id);
    if (first === undefined) this.#lines.set(id, row.line);
    if (first === undefined || id === '') return [];
    return [mistakeIn(this.#file, row, this.#column, `an id of its own (line ${first} has this one)`)];
  }

  has(id: string): boolean {
    return this.#lines.has(id);
  }
}
