import * as z from 'zod';

/** Parses what was read from outside; the error names the place and what is wrong there, not the values. */
export function parseAt<Schema extends z.ZodType>(
  place: string,
  schema: Schema,
  value: unknown,
): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`${place} is not valid: ${z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ')}`);
}
