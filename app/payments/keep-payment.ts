import type { Cause } from '../../adapters/dynamodb/licences/cause.ts';
import type { KeptPayment, PaymentStep } from '../../adapters/dynamodb/payments/payment-item.ts';
import type { PaymentStore } from '../../adapters/dynamodb/payments/payment-store.ts';
import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import { reasonFrom } from '../../contracts/workflow/reason.ts';
import type { IncomingPayment } from '../../domain/payments/incoming.ts';
import { instant } from '../../domain/time/instant.ts';

/** Who does something with a payment, and when. */
export interface Actor {
  readonly by: Cause;
  /** A UTC instant. */
  readonly at: string;
  readonly requestId?: string | undefined;
}

/** A step of a payment, by whoever does it. */
export function step({ by, at, requestId }: Actor, did: PaymentStep['did'], reason?: string): PaymentStep {
  return { did, at: instant(at), by, requestId, reason };
}

/**
 * Puts a payment into the list of those that wait for somebody to say what they pay. A payment that is kept already stays
 * as it is, in whatever state; one that waits gets the new reason.
 */
export async function keepWaiting(
  payments: PaymentStore,
  payment: IncomingPayment,
  why: string,
  actor: Actor,
): Promise<KeptPayment> {
  const reason = reasonFrom(why);
  return retryOnConflict(async () => {
    const kept = await payments.get(payment.paymentId);
    if (kept === undefined) {
      const steps = [step(actor, 'received', reason)];
      return payments.put(undefined, { payment, state: 'waiting', allocations: [], reason, steps });
    }
    if (kept.state !== 'waiting' || kept.reason === reason) return kept;
    return payments.put(kept, { ...kept, reason });
  });
}
