import * as z from 'zod/mini';
import { civilDateSchema } from '../../domain/calendar.ts';
import { filledSchema } from '../../domain/values/filled.ts';

/**
 * `entitlements`: a question. `licenceId`: the licence's id, or the printed number of one of its quotes or invoices. `on`: the
 * day that is asked about; by default the plan's day now.
 */
export const entitlementsInput = z.strictObject({
  licenceId: filledSchema,
  on: z.optional(civilDateSchema),
});
export type EntitlementsInput = z.infer<typeof entitlementsInput>;
