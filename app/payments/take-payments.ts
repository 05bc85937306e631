import type { KeptPayment } from '../../adapters/dynamodb/payments/payment-item.ts';
import type { PaymentStore } from '../../adapters/dynamodb/payments/payment-store.ts';
import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import type { PaymentResult } from '../../contracts/operator/answers.ts';
import type { OperationOf } from '../../contracts/operator/operations.ts';
import { reasonOfError } from '../../contracts/workflow/reason.ts';
import { isSameMoney } from '../../domain/billing/money.ts';
import { type Actor, keepWaiting, step } from './keep-payment.ts';
import { bookPayment, type BookingDependencies } from './book-payment.ts';

type Taken = OperationOf<'take-payments'>['payments'][number];

/**
 * Books a payment on the licences that it pays, or puts it into the list of those that wait. One that came before is not booked
 * again; one that waited is booked now if it is known what it pays.
 */
export async function takePayment(
  dependencies: BookingDependencies,
  actor: Actor,
  taken: Taken,
): Promise<PaymentResult> {
  try {
    return await take(dependencies, actor, taken);
  } catch (error) {
    return { outcome: 'failed', reason: reasonOfError(error) };
  }
}

async function take(
  dependencies: BookingDependencies,
  actor: Actor,
  { payment, allocations, reason }: Taken,
): Promise<PaymentResult> {
  const { payments } = dependencies;
  const before = await payments.get(payment.paymentId);
  if (before !== undefined && !isSameMoney(before.payment.amount, payment.amount))
    return { outcome: 'failed', reason: `payment ${payment.paymentId} came before with another amount` };
  if (before?.state === 'booked' || before?.state === 'dismissed') return { outcome: 'known' };
  if (allocations.length === 0 && before?.state !== 'booking') {
    return resultOf(await keepWaiting(payments, payment, reason ?? 'nobody knows what it pays', actor));
  }
  return bookOnce(dependencies, actor, payment.paymentId, (kept) =>
    matchedAs(payments, actor, kept, { payment, allocations }),
  );
}

/**
 * Books a payment that `claim` gives as being booked, and leaves one that it gives in another state; again where somebody
 * else did something with it meanwhile.
 * @param claim is given the payment as the table has it
 */
export async function bookOnce(
  dependencies: BookingDependencies,
  actor: Actor,
  paymentId: string,
  claim: (kept: KeptPayment | undefined) => Promise<KeptPayment>,
): Promise<PaymentResult> {
  return retryOnConflict(async () => {
    const claimed = await claim(await dependencies.payments.get(paymentId));
    return resultOf(claimed.state === 'booking' ? await bookPayment(dependencies, claimed, actor) : claimed);
  });
}

/**
 * Writes that a payment is being booked on these licences. One that is booked in part waits for an operator: its parts
 * would be booked once more. One that is being booked or is over stays as it is.
 */
export async function matchedAs(
  payments: PaymentStore,
  actor: Actor,
  before: KeptPayment | undefined,
  { payment, allocations }: Pick<Taken, 'payment' | 'allocations'>,
): Promise<KeptPayment> {
  if (before !== undefined && (before.state !== 'waiting' || before.allocations.length > 0)) return before;
  const known = before ?? { payment, allocations: [], steps: [step(actor, 'received')] };
  return payments.put(before, {
    ...known,
    state: 'booking',
    allocations,
    reason: undefined,
    steps: [...known.steps, step(actor, 'matched')],
  });
}

/** The result for a payment: booked, and on which licences, or waiting. */
function resultOf({ state, reason, allocations }: KeptPayment): PaymentResult {
  if (state === 'waiting') return { outcome: 'waiting', reason };
  const licenceIds = [...new Set(allocations.map(({ licenceId }) => licenceId))];
  return { outcome: 'booked', licenceIds };
}
