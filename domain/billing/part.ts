import * as z from 'zod/mini';
import { positiveSchema } from '../values/whole.ts';

/** So many days of a term that would have `ofDays`, where it is cut short or made longer to end on a certain day. */
export const partSchema = z.strictObject({
  days: positiveSchema,
  ofDays: positiveSchema,
});

export type Part = z.infer<typeof partSchema>;
