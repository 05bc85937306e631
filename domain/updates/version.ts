import * as z from 'zod/mini';

/** A version as its vendor writes it, such as `16.3.8944` or `2026-R2`. */
export const versionSchema = z
  .string()
  .check(
    z.regex(/^[A-Za-z0-9][A-Za-z0-9.+_-]{0,39}$/, { error: 'expected a version such as 16.3 or 2026-R2' }),
  );
