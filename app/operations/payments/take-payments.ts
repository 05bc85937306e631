import type { AnswerOf, PaymentResult } from '../../../contracts/operator/answers.ts';
import type { OperationOf } from '../../../contracts/operator/operations.ts';
import { planOf } from '../../../plans/plan-of.ts';
import { takePayment } from '../../payments/take-payments.ts';
import type { OperationDependencies } from '../dependencies.ts';
import { todayOf } from '../../commands/day.ts';
import { deliverAfter } from '../deliver-after.ts';
import { instantOf, type Request } from '../request.ts';

/** Who asks, and when. */
export function actorOf(request: Request) {
  const { requestId, who } = request;
  return { by: { by: 'operator' as const, who }, at: instantOf(request), requestId };
}

/**
 * Books payments of a bank, one after the other, and sends the mails that they call for. What nobody knows the licence of waits
 * in the list. A payment that fails leaves the others alone.
 */
export async function takePayments(
  dependencies: OperationDependencies,
  request: Request,
  { payments }: OperationOf<'take-payments'>,
): Promise<AnswerOf<'take-payments'>> {
  const results: PaymentResult[] = [];
  for (const taken of payments) {
    const booking = { licences: dependencies.mailing.licences, payments: dependencies.payments };
    const result = await takePayment(booking, actorOf(request), taken);
    results.push(await withMails(dependencies, request, result));
  }
  return { results };
}

/** Sends the mails of the licences that a payment was booked on, and says how they stand. */
export async function withMails(
  { mailing }: OperationDependencies,
  request: Request,
  result: PaymentResult,
): Promise<PaymentResult> {
  if (result.outcome !== 'booked') return result;
  const mails = [...(result.mails ?? [])];
  let { problem } = result;
  for (const named of result.licenceIds) {
    const licenceId = await mailing.licences.idOf(named);
    const stored = await mailing.licences.load(licenceId);
    if (stored === undefined) continue;
    const today = todayOf(planOf(stored.licence.facts.planId), request);
    const delivered = await deliverAfter(mailing, request, licenceId, today, undefined);
    mails.push(...delivered.mails);
    problem ??= delivered.problem;
  }
  return { ...result, mails, problem };
}
