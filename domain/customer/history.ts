import * as z from 'zod/mini';
import { linesSchema } from '../text/line.ts';
import { fieldChangeSchema } from './edit.ts';

/** A note on a customer, as an operator types it. */
export const customerNoteSchema = linesSchema(2000);

const entry = {
  /** The UTC instant, and the ARN of who did it. */
  at: z.string(),
  who: z.string(),
  /** The customer that it was recorded for, where that one was merged into this one. */
  of: z.optional(z.string()),
};

/** Something that was done about a customer (docs/rules.md §17.4). */
export const customerEntrySchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...entry,
    type: z.literal('edited'),
    /** Set where an import brought it. */
    isImport: z.optional(z.literal(true)),
    changes: z.array(fieldChangeSchema),
  }),
  z.strictObject({ ...entry, type: z.literal('noted'), note: z.string() }),
  /** Another customer was merged into this one. */
  z.strictObject({ ...entry, type: z.literal('merged'), from: z.string() }),
  z.strictObject({ ...entry, type: z.literal('erased') }),
]);

export type CustomerEntry = z.infer<typeof customerEntrySchema>;
