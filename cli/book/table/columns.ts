import type { z } from 'zod/mini';

/** The columns of a file of a book. */
export interface Columns {
  readonly names: readonly string[];
  /** Those that a file must have; an empty cell has a meaning in the others. */
  readonly needed: readonly string[];
  /** Those that have dates. */
  readonly dates: readonly string[];
}

/** The columns of a file from the schema of its rows. */
export function columnsOf<Shape extends Readonly<Record<string, z.ZodMiniType>>>(
  { shape }: { readonly shape: Shape },
  dates: readonly (string & keyof Shape)[],
): Columns {
  const fields = Object.entries(shape);
  const needed = fields.filter(([, schema]) => !schema.safeParse('').success).map(([name]) => name);
  return { names: fields.map(([name]) => name), needed, dates };
}
