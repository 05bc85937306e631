import * as z from 'zod/mini';
import { correctedFactsSchema } from '../../domain/corrections/correctable.ts';
import { acceptedBySchema, purchaseOrderSchema } from '../../domain/customer/order-words.ts';
import { idSchema } from '../../domain/text/id.ts';
import { reasonSchema } from '../../domain/text/reason.ts';
import { monthDaySchema } from '../../domain/time/month-day.ts';
import { positiveSchema } from '../../domain/values/whole.ts';

/** Which licences of a quote that several share; the quote by its printed number, where the licence is not named by it. */
const ofSharedQuote = {
  document: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** Only these, or all but these. */
  licences: z.optional(z.array(idSchema).check(z.minLength(1))),
  except: z.optional(z.array(idSchema).check(z.minLength(1))),
} as const;

export const acceptQuoteSchema = z.strictObject({
  activity: z.literal('accept-quote'),
  years: positiveSchema,
  ...ofSharedQuote,
  po: z.optional(purchaseOrderSchema),
  by: z.optional(acceptedBySchema),
});

/** What an operator has done about a licence's facts, its customer, its quote and its next term. */
export const correctionCommandSchemas = [
  z.strictObject({ activity: z.literal('correct'), facts: correctedFactsSchema, reason: reasonSchema }),
  z.strictObject({ activity: z.literal('remove'), reason: reasonSchema }),
  /** What the licence has of its new customer follows from the customer's data. */
  z.strictObject({ activity: z.literal('transfer'), to: idSchema, reason: reasonSchema }),
  z.strictObject({ activity: z.literal('decline-quote'), reason: reasonSchema, ...ofSharedQuote }),
  z.strictObject({ activity: z.literal('align'), to: monthDaySchema }),
] as const;
