import * as z from 'zod/mini';
import { paymentIdSchema } from '../../domain/payments/payment-id.ts';
import { allocationSchema, incomingPaymentSchema, mostAllocations } from '../../domain/payments/incoming.ts';
import { reasonSchema } from '../../domain/text/reason.ts';

/** Most payments in one request: each may send mails. */
export const mostPayments = 10;

const allocationsSchema = z.array(allocationSchema).check(z.maxLength(mostAllocations));

/** What operators have done about payments that came in. */
export const paymentOperations = [
  /** Books payments of a bank on the licences that they pay; one without any waits in the list, with the reason. */
  z.strictObject({
    kind: z.literal('take-payments'),
    payments: z
      .array(
        z.strictObject({
          payment: incomingPaymentSchema,
          allocations: allocationsSchema,
          reason: z.optional(z.string().check(z.maxLength(500))),
        }),
      )
      .check(z.minLength(1), z.maxLength(mostPayments)),
  }),
  /** Books a payment that waits, or what is left of it. */
  z.strictObject({
    kind: z.literal('assign-payment'),
    paymentId: paymentIdSchema,
    allocations: allocationsSchema.check(z.minLength(1)),
  }),
  /** Takes a payment off the list that is for no licence. */
  z.strictObject({ kind: z.literal('dismiss-payment'), paymentId: paymentIdSchema, reason: reasonSchema }),
] as const;
