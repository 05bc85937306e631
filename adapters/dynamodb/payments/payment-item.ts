import * as z from 'zod/mini';
import { allocationSchema, incomingPaymentSchema } from '../../../domain/payments/incoming.ts';
import { instantSchema } from '../../../domain/time/instant.ts';
import { paymentKeys } from '../../../contracts/deployment/tables.ts';
import { causeSchema } from '../licences/cause.ts';
import { parseAt } from '../table/parse.ts';
import { positiveSchema } from '../../../domain/values/whole.ts';

/** What was done with a payment, when, and by whom. */
const stepSchema = z.strictObject({
  did: z.enum(['received', 'matched', 'assigned', 'booked', 'set aside', 'dismissed']),
  at: instantSchema,
  by: causeSchema,
  /** The operator's request, so that one that is repeated is known. */
  requestId: z.optional(z.string()),
  reason: z.optional(z.string()),
});

export type PaymentStep = z.infer<typeof stepSchema>;

/**
 * A payment as table `Payments` has it. `waiting`: nobody knows yet what it pays; `booking`: it is known, and is being
 * recorded on these licences; `booked`: it is recorded; `dismissed`: an operator has said that it is for none.
 */
const keptPaymentSchema = z.strictObject({
  payment: incomingPaymentSchema,
  state: z.enum(['waiting', 'booking', 'booked', 'dismissed']),
  /** What it pays; of one that waits, the parts that are recorded already. */
  allocations: z.array(allocationSchema),
  /** Why it waits, or why it was dismissed. */
  reason: z.optional(z.string()),
  steps: z.array(stepSchema),
  /** Counts its changes from 1. */
  version: positiveSchema,
});

export type KeptPayment = z.infer<typeof keptPaymentSchema>;

/** The partition of index `listed` that has those which wait. */
export const waitingList = 'waiting';

/** The partition of index `listed` that a payment is in. */
function listOf({ state, payment }: Pick<KeptPayment, 'state' | 'payment'>): string {
  return state === 'waiting' || state === 'booking' ? waitingList : payment.received.slice(0, 7);
}

export function paymentItem(kept: KeptPayment): Record<string, unknown> {
  const { paymentId, received } = kept.payment;
  return {
    [paymentKeys.paymentId]: paymentId,
    [paymentKeys.listed]: listOf(kept),
    [paymentKeys.received]: received,
    ...kept,
  };
}

const itemSchema = z.object(keptPaymentSchema.shape);

export function paymentFrom(item: unknown): KeptPayment {
  return parseAt('a payment in the table', itemSchema, item);
}
