import * as z from 'zod/mini';

/** Why an amount has no tax on it, where that needs a note. */
export const untaxedSchema = z.enum(['reverse-charge', 'exempt']);

export type Untaxed = z.infer<typeof untaxedSchema>;
