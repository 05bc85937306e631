import * as z from 'zod/mini';
import { civilDateSchema } from '../calendar.ts';
import { moduleSchema } from './module.ts';
import { moneySchema } from '../billing/money.ts';
import { priceSchema } from '../billing/price.ts';
import { textSchema } from '../values/plain.ts';

/** How a licence is to change. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('edition'),
    edition: textSchema,
    /** What takes the place of the old edition's module; unset for a subscription, which has none. */
    module: z.optional(moduleSchema),
    /** The credit for the initial installation, where it has one: it is credited once. */
    credited: z.optional(moneySchema),
  }),
  z.strictObject({ kind: z.literal('modules'), modules: z.array(moduleSchema).check(z.minLength(1)) }),
  /** To a new version: what the licence is for stays as it is. */
  z.strictObject({ kind: z.literal('migration') }),
]);

/** An open offer of a change, independent of the quote for maintenance. */
export const changeQuoteSchema = z.strictObject({
  quoteId: textSchema,
  /** The last day on which it can be accepted. */
  validUntil: civilDateSchema,
  change: changeSchema,
  price: priceSchema,
  /** Whether it is for another licence, because this one cannot change. */
  needsNewLicence: z.boolean(),
});

export type Change = z.infer<typeof changeSchema>;
