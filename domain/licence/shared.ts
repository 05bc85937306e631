import * as z from 'zod/mini';
import { positiveSchema } from '../values/whole.ts';

/**
 * With which licence's event the document and the mail of an event lie, where several licences share them
 * (docs/rules.md §17.5). The event that it names is the first that shares them, and says so of itself.
 */
export const sharedSchema = z.strictObject({
  licenceId: z.string(),
  /** The number of the event there. */
  version: positiveSchema,
});

export type Shared = z.infer<typeof sharedSchema>;
