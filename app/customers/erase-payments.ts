import type { PaymentStore } from '../../adapters/dynamodb/payments/payment-store.ts';
import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import type { Event } from '../../domain/licence/events.ts';
import { paymentIdsIn } from '../../domain/payments/incoming.ts';

/** Erases who paid what a licence's journal records, and what the payer wrote. The amounts, days and ids stay. */
export async function erasePayments(payments: PaymentStore, journal: readonly Event[]): Promise<void> {
  for (const paymentId of paymentIdsIn(journal)) await retryOnConflict(() => eraseOne(payments, paymentId));
}

async function eraseOne(payments: PaymentStore, paymentId: string): Promise<void> {
  const kept = await payments.get(paymentId);
  if (kept === undefined) return;
  const { amount, received, text, payer, account } = kept.payment;
  if (text === '' && payer === undefined && account === undefined) return;
  await payments.put(kept, { ...kept, payment: { paymentId, amount, received, text: '' } });
}
