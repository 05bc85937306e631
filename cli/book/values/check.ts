import type { z } from 'zod';
import { type Checked, type Mistake, quoted } from './mistakes.ts';
import type { Row } from '../table/table.ts';

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
