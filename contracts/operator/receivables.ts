import * as z from 'zod';
import { civilDateSchema } from '../../domain/calendar.ts';
import { moneySchema } from '../../domain/billing/money.ts';
import { paymentIdSchema } from '../../domain/payments/payment-id.ts';
import { reasonSchema } from '../../domain/text/reason.ts';
import { linesSchema } from '../../domain/text/line.ts';

/** An invoice by its id, by the number that is printed on it, or `last` for the licence's latest. */
const invoiceSchema = z.string().min(1).max(200);

export const paymentCommandSchema = z.strictObject({
  activity: z.literal('payment'),
  amount: moneySchema.optional(),
  paymentId: paymentIdSchema.optional(),
  received: civilDateSchema.optional(),
  document: invoiceSchema.optional(),
});

/** What an operator has done about what a customer owes or has paid. */
export const receivablesCommandSchemas = [
  z.strictObject({
    activity: z.literal('reverse-payment'),
    paymentId: z.string().min(1).max(300),
    reason: reasonSchema,
  }),
  z.strictObject({
    activity: z.literal('credit-invoice'),
    invoice: invoiceSchema,
    net: moneySchema.optional(),
    reason: reasonSchema,
  }),
  z.strictObject({ activity: z.literal('reissue-invoice'), invoice: invoiceSchema, reason: reasonSchema }),
  z.strictObject({ activity: z.literal('refund'), amount: moneySchema, reason: reasonSchema }),
  z.strictObject({ activity: z.literal('hold'), until: civilDateSchema, reason: reasonSchema }),
  z.strictObject({ activity: z.literal('release') }),
  z.strictObject({ activity: z.literal('note'), note: linesSchema(2000) }),
] as const;
