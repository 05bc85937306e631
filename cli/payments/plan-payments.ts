import { addDays, type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Allocation, IncomingPayment } from '../../domain/payments/incoming.ts';
import type { KeptPayment } from '../../client/payments/kept-payments.ts';
import type { PaymentMatcher } from '../../client/payments/payment-matcher.ts';

/** A payment of a file, and what is to be done with it. */
export type PlannedPayment =
  | {
      readonly plan: 'book';
      readonly payment: IncomingPayment;
      readonly allocations: readonly Allocation[];
      readonly numbers: readonly string[];
    }
  | { readonly plan: 'wait'; readonly payment: IncomingPayment; readonly reason: string }
  /** Booked or dismissed before. */
  | { readonly plan: 'known'; readonly payment: IncomingPayment; readonly state: KeptPayment['state'] }
  /** Its value date is still to come. */
  | { readonly plan: 'later'; readonly payment: IncomingPayment };

/**
 * What is to be done with each payment of a file, in their order.
 * @param kept what the table has of them, by their ids
 * @param now a UTC instant
 */
export async function planPayments(
  matcher: Pick<PaymentMatcher, 'match'>,
  payments: readonly IncomingPayment[],
  kept: ReadonlyMap<string, KeptPayment>,
  now: string,
): Promise<readonly PlannedPayment[]> {
  // The furthest east it is the next day by then.
  const latest = addDays(dayIn('UTC', now), 1);
  const planned: PlannedPayment[] = [];
  for (const payment of payments)
    planned.push(await planOne(matcher, payment, kept.get(payment.paymentId), latest));
  return planned;
}

async function planOne(
  matcher: Pick<PaymentMatcher, 'match'>,
  payment: IncomingPayment,
  kept: KeptPayment | undefined,
  latest: CivilDate,
): Promise<PlannedPayment> {
  switch (kept?.state) {
    case 'booked':
    case 'dismissed':
      return { plan: 'known', payment, state: kept.state };
    case 'booking':
      return { plan: 'book', payment, allocations: kept.allocations, numbers: [] };
    case 'waiting':
    case undefined:
      break;
  }
  if (payment.received > latest) return { plan: 'later', payment };
  // A part of it is booked already: an operator assigns the rest.
  if (kept !== undefined && kept.allocations.length > 0)
    return { plan: 'wait', payment, reason: kept.reason ?? 'a part of it is booked' };
  const match = await matcher.match(payment);
  if (!match.matched) return { plan: 'wait', payment, reason: match.reason };
  return { plan: 'book', payment, allocations: match.allocations, numbers: match.numbers };
}
