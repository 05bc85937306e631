import type { KeptPayment } from '../../../adapters/dynamodb/payments/payment-item.ts';
import { Refused } from '../../commands/refused.ts';
import type { Request } from '../request.ts';

/** Whether this request has changed the payment before: its answer was lost. */
export function wasDoneBy({ steps }: KeptPayment, { requestId }: Request): boolean {
  return steps.some((each) => each.requestId === requestId);
}

/** A payment that waits. Throws `Refused` where there is none, or it does not wait. */
export function requireWaiting(paymentId: string, kept: KeptPayment | undefined): KeptPayment {
  if (kept === undefined)
    throw new Refused(
      `No payment ${paymentId} is kept. \`npx perennial payments list --unmatched\` lists those that wait.`,
    );
  if (kept.state === 'waiting') return kept;
  const last = kept.steps.at(-1);
  const when = last === undefined ? '' : ` since ${last.at}`;
  throw new Refused(`Payment ${paymentId} does not wait: it is ${kept.state}${when}.`);
}
