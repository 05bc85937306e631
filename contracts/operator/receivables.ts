import * as z from 'zod/mini';
import { civilDateSchema } from '../../domain/calendar.ts';
import { moneySchema } from '../../domain/billing/money.ts';
import { paymentIdSchema } from '../../domain/payments/payment-id.ts';
import { reasonSchema } from '../../domain/text/reason.ts';
import { linesSchema } from '../../domain/text/line.ts';

/** An invoice by its id, by the number that is printed on it, or `last` for the licence's latest. */
const invoiceSchema = z.string().check(z.minLength(1), z.maxLength(200));

export const paymentCommandSchema = z.strictObject({
  activity: z.literal('payment'),
  amount: z.optional(moneySchema),
  paymentId: z.optional(paymentIdSchema),
  received: z.optional(civilDateSchema),
  document: z.optional(invoiceSchema),
});

/** What an operator has done about what a customer owes or has paid. */
export const receivablesCommandSchemas = [
  z.strictObject({
    activity: z.literal('reverse-payment'),
    paymentId: z.string().check(z.minLength(1), z.maxLength(300)),
    reason: reasonSchema,
  }),
  z.strictObject({
    activity: z.literal('credit-invoice'),
    invoice: invoiceSchema,
    net: z.optional(moneySchema),
    reason: reasonSchema,
  }),
  z.strictObject({ activity: z.literal('reissue-invoice'), invoice: invoiceSchema, reason: reasonSchema }),
  z.strictObject({ activity: z.literal('refund'), amount: moneySchema, reason: reasonSchema }),
  z.strictObject({ activity: z.literal('hold'), until: civilDateSchema, reason: reasonSchema }),
  z.strictObject({ activity: z.literal('release') }),
  z.strictObject({ activity: z.literal('note'), note: linesSchema(2000) }),
] as const;
