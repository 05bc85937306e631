import type { KeptPayment } from '../../../adapters/dynamodb/payments/payment-item.ts';
import type { AnswerOf, PaymentResult } from '../../../contracts/operator/answers.ts';
import type { OperationOf } from '../../../contracts/operator/operations.ts';
import { add, formatMoney, isSameMoney, type Money, subtract } from '../../../domain/billing/money.ts';
import { allocationsInWords } from '../../../domain/payments/allocation-in-words.ts';
import { type Allocation, longestDividedId } from '../../../domain/payments/incoming.ts';
import { Refused } from '../../commands/refused.ts';
import { step } from '../../payments/keep-payment.ts';
import { bookOnce } from '../../payments/take-payments.ts';
import type { OperationDependencies } from '../dependencies.ts';
import type { Request } from '../request.ts';
import { actorOf, withMails } from './take-payments.ts';
import { requireWaiting, wasDoneBy } from './waiting-payment.ts';

type Allocations = readonly Allocation[];

/**
 * Books a payment that waits on the licences that an operator names, and sends the mails that it calls for; completes a
 * booking that broke off, where it is given the same parts. Throws `Refused` where it is over, or where these amounts
 * are not what is left of it.
 */
export async function assignPayment(
  dependencies: OperationDependencies,
  request: Request,
  { paymentId, allocations }: OperationOf<'assign-payment'>,
): Promise<AnswerOf<'assign-payment'>> {
  const { payments, mailing } = dependencies;
  const actor = actorOf(request);
  const booking = { licences: mailing.licences, payments };
  const result = await bookOnce(booking, actor, paymentId, async (kept) => {
    if (kept !== undefined && kept.state !== 'waiting' && wasDoneBy(kept, request)) return kept;
    if (kept?.state === 'booking') {
      refuseOtherParts(kept, allocations);
      return kept;
    }
    const waiting = requireWaiting(paymentId, kept);
    refuseOtherAmounts(waiting, allocations);
    return payments.put(waiting, {
      ...waiting,
      state: 'booking',
      allocations: [...waiting.allocations, ...allocations],
      reason: undefined,
      steps: [...waiting.steps, step(actor, 'assigned')],
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

function refuseOtherParts({ payment, allocations: claimed }: KeptPayment, allocations: Allocations): void {
  if (
    claimed.length === allocations.length &&
    claimed.every((part, index) => isSamePart(part, allocations[index]))
  )
    return;
  throw new Refused(
    `Payment ${payment.paymentId} is being booked: ${allocationsInWords(claimed)}. Assign it to that to complete it.`,
  );
}

function isSamePart(one: Allocation, other: Allocation | undefined): boolean {
  return (
    one.licenceId === other?.licenceId &&
    one.invoiceId === other.invoiceId &&
    isSameMoney(one.amount, other.amount)
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
