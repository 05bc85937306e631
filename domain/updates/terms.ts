import * as z from 'zod/mini';
import { filledSchema } from '../values/filled.ts';

/** How a vendor makes updates known and gives them. Benefits are those of the plan, by their keys. */
export const updatesSchema = z.strictObject({
  /** The products that have updates to announce. */
  products: z.array(filledSchema).check(z.minLength(1)),
  /** Decides who gets announcements of updates. */
  announcement: filledSchema,
  /** Decides who may have it, and so gets its password. */
  benefit: filledSchema,
});

export type Updates = z.infer<typeof updatesSchema>;

/** The benefits that decide about updates. */
export function benefitsOfUpdates({ announcement, benefit }: Updates): readonly string[] {
  return [announcement, benefit];
}
