import * as z from 'zod';
import { correctedFactsSchema } from '../../domain/corrections/correctable.ts';
import { acceptedBySchema, purchaseOrderSchema } from '../../domain/customer/order-words.ts';
import { idSchema } from '../../domain/text/id.ts';
import { reasonSchema } from '../../domain/text/reason.ts';
import { monthDaySchema } from '../../domain/time/month-day.ts';

/** Which licences of a quote that several share; the quote by its printed number, where the licence is not named by it. */
const ofSharedQuote = {
  document: z.string().min(1).max(200).optional(),
  /** Only these, or all but these. */
  licences: z.array(idSchema).min(1).optional(),
  except: z.array(idSchema).min(1).optional(),
} as const;

export const acceptQuoteSchema = z.strictObject({
  activity: z.literal('accept-quote'),
  years: z.int().positive(),
  ...ofSharedQuote,
  po: purchaseOrderSchema.optional(),
  by: acceptedBySchema.optional(),
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
