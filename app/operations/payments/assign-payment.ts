import type { KeptPayment } from '../../../adapters/dynamodb/payments/payment-item.ts';
import type { AnswerOf, PaymentResult } from '../../../contracts/operator/answers.ts';
import type { OperationOf } from '../../../contracts/operator/operations.ts';
import { add, formatMoney, isSameMoney, type Money, subtract } from '../../../domain/billing/money.ts';
import { longestDividedId } from '../../../domain/payments/incoming.ts';
import { Refused } from '../../commands/refused.ts';
import { step } from '../../payments/keep-payment.ts';
import { bookOnce } from '../../payments/take-payments.ts';
import type { OperationDependencies } from '../dependencies.ts';
import type { Request } from '../request.ts';
import { actorOf, withMails } from './take-payments.ts';
import { requireWaiting, wasDoneBy } from './waiting-payment.ts';

type Allocations = OperationOf<'assign-payment'>['allocations'];

/**
 * Books a payment that waits on the licences that an operator names, and sends the mails that it calls for. Throws
 * `Refused` where it does not wait, or where these amounts are not what is left of it.
 */
export async function assignPayment(
  dependencies: OperationDependencies,
  request: Request,
  { paymentId, allocations }: OperationOf<'assign-payment'>,
): Promise<AnswerOf<'assign-payment'>> {
  const { payments, mailing } = dependencies;
  const actor = actorOf(request);
  const earlier = await payments.get(paymentId);
  if (earlier === undefined || !wasDoneBy(earlier, request)) requireWaiting(paymentId, earlier);
  const booking = { licences: mailing.licences, payments };
  const result = await bookOnce(booking, actor, paymentId, async () => {
    const kept = requireWaiting(paymentId, await payments.get(paymentId));
    refuseOtherAmounts(kept, allocations);
    return payments.put(kept, {
      ...kept,
      state: 'booking',
      allocations: [...kept.allocations, ...allocations],
      reason: undefined,
      steps: [...kept.steps, step(actor, 'assigned')],
    });
  });
  return refuseWaiting(await withMails(dependencies, request, result));
}

function refuseWaiting(result: PaymentResult): AnswerOf<'assign-payment'> {
  if (result.outcome === 'booked') return result;
  throw new Refused(
    'reason' in result
      ? `It cannot be booked: ${result.reason ?? 'no reason was given'}`
      : 'It was dismissed.',
  );
}

function refuseOtherAmounts({ payment, allocations: booked }: KeptPayment, allocations: Allocations): void {
  if (booked.length + allocations.length > 1 && payment.paymentId.length > longestDividedId)
    throw new Refused(
      `Payment ${payment.paymentId} has an id that is too long to be divided: assign it as a whole.`,
    );
  const left = subtract(payment.amount, sumOf(booked, payment.amount));
  const foreign = allocations.find(({ amount }) => amount.currency !== left.currency);
  if (foreign === undefined && isSameMoney(sumOf(allocations, left), left)) return;
  throw new Refused(
    `Of payment ${payment.paymentId}, ${formatMoney(left)} is to be assigned: no more and no less.`,
  );
}

function sumOf(allocations: Allocations, { currency }: Money): Money {
  return allocations.reduce((sum, { amount }) => add(sum, amount), { amount: 0, currency });
}
