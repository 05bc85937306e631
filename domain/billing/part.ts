import * as z from 'zod/mini';

/** So many days of a term that would have `ofDays`, where it is cut short or made longer to end on a certain day. */
export const partSchema = z.strictObject({
  days: z.int().check(z.positive()),
  ofDays: z.int().check(z.positive()),
});

export type Part = z.infer<typeof partSchema>;
