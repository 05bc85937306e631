import type { KeptPayment } from '../../adapters/dynamodb/payments/payment-item.ts';
import type { PaymentStore } from '../../adapters/dynamodb/payments/payment-store.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { reasonFrom } from '../../contracts/workflow/reason.ts';
import { dayIn, earlierOf } from '../../domain/calendar.ts';
import { partId } from '../../domain/payments/incoming.ts';
import { planOf } from '../../plans/plan-of.ts';
import { type Actor, step } from './keep-payment.ts';
import { recordPayment } from './record-payment.ts';

/** What it takes to book payments. */
export interface BookingDependencies {
  readonly licences: LicenceStore;
  readonly payments: PaymentStore;
}

/**
 * Records the parts of a payment on their licences. Done twice, it is done once: each part has an id of its own. Where a part
 * cannot be recorded, the payment waits again with the reason, and what was recorded before stays recorded.
 */
export async function bookPayment(
  { licences, payments }: BookingDependencies,
  kept: KeptPayment,
  actor: Actor,
): Promise<KeptPayment> {
  const { payment, allocations } = kept;
  for (const [index, { licenceId, amount, invoiceId }] of allocations.entries()) {
    const stored = await licences.load(await licences.idOf(licenceId));
    const today = stored && dayIn(planOf(stored.licence.facts.planId).timeZone, actor.at);
    // A bank's day may have begun before that of the plan.
    const receivedOn = today === undefined ? payment.received : earlierOf(payment.received, today);
    const paymentId = partId(payment.paymentId, index + 1);
    const part = { paymentId, licenceId, amount, invoiceId, receivedOn, toldAt: actor.at };
    const notRecorded = await recordPayment(licences, part, actor.at);
    if (notRecorded === undefined) continue;
    const reason = reasonFrom(notRecorded.reason);
    return payments.put(kept, {
      ...kept,
      state: 'waiting',
      allocations: allocations.slice(0, index),
      reason,
      steps: [...kept.steps, step(actor, 'set aside', reason)],
    });
  }
  const steps = [...kept.steps, step(actor, 'booked')];
  return payments.put(kept, { ...kept, state: 'booked', reason: undefined, steps });
}
