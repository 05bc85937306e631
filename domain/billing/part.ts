import * as z from 'zod';

/** So many days of a term that would have `ofDays`, where it is cut short or made longer to end on a certain day. */
export const partSchema = z.strictObject({ days: z.int().positive(), ofDays: z.int().positive() });

export type Part = z.infer<typeof partSchema>;
