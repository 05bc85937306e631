import { retryOnConflict } from '../../../adapters/dynamodb/table/retry.ts';
import type { AnswerOf } from '../../../contracts/operator/answers.ts';
import type { OperationOf } from '../../../contracts/operator/operations.ts';
import { step } from '../../payments/keep-payment.ts';
import { Refused } from '../../commands/refused.ts';
import type { OperationDependencies } from '../dependencies.ts';
import type { Request } from '../request.ts';
import { actorOf } from './take-payments.ts';
import { requireWaiting, wasDoneBy } from './waiting-payment.ts';

/** Takes a payment that is for no licence off the list. Throws `Refused` where it does not wait, or where some of it is booked. */
export async function dismissPayment(
  { payments }: OperationDependencies,
  request: Request,
  { paymentId, reason }: OperationOf<'dismiss-payment'>,
): Promise<AnswerOf<'dismiss-payment'>> {
  return retryOnConflict(async () => {
    const found = await payments.get(paymentId);
    if (found?.state === 'dismissed' && wasDoneBy(found, request)) return { outcome: 'dismissed' };
    const kept = requireWaiting(paymentId, found);
    const [booked] = kept.allocations;
    if (booked !== undefined)
      throw new Refused(
        `A part of payment ${paymentId} is booked on licence ${booked.licenceId}: assign the rest, or reverse that part first.`,
      );
    const steps = [...kept.steps, step(actorOf(request), 'dismissed', reason)];
    await payments.put(kept, { ...kept, state: 'dismissed', reason, steps });
    return { outcome: 'dismissed' };
  });
}
