import * as z from 'zod/mini';

/** What was read from outside is not as it must be. */
export class NotValid extends Error {
  override readonly name = 'NotValid';
}

/** Parses what was read from outside; the error names the place and what is wrong there, not the values. @throws NotValid */
export function parseAt<Schema extends z.ZodMiniType>(
  place: string,
  schema: Schema,
  value: unknown,
): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new NotValid(`${place} is not valid: ${z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ')}`);
}
