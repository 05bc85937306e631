import { pay, type Payment, recordedPayment } from './payment.ts';
import { formatMoney, isSameMoney } from '../billing/money.ts';
import { type CivilDate, laterOf } from '../calendar.ts';
import { decideBy, type Decision } from '../licence/decision.ts';
import type { Event } from '../licence/events.ts';
import type { Licence } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';

/** A payment that its payment system has given an id. */
export type NamedPayment = Payment & { readonly on: CivilDate; readonly paymentId: string };

/**
 * Decides a payment on the licence's journal: one that it has is accepted without an event, and refused where it has
 * another amount. One that is reported late is
 * recorded on the day of the licence's last event.
 */
export function payOnce(
  plan: Plan,
  licence: Licence,
  journal: readonly Event[],
  payment: NamedPayment,
  today: CivilDate,
): Decision {
  const { paymentId, amount } = payment;
  const recorded = recordedPayment(journal, paymentId);
  if (recorded !== undefined) {
    if (amount === undefined || isSameMoney(recorded.amount, amount))
      return { outcome: 'accepted', events: [] };
    const amounts = `recorded with ${formatMoney(recorded.amount)} and now reported with ${formatMoney(amount)}`;
    const reason = `payment ${paymentId} is ${amounts}: give another payment another id`;
    return { outcome: 'refused', reason, events: [] };
  }
  const { on, received = on } = payment;
  const dated = { ...payment, received, on: laterOf(on, licence.lastEventOn) };
  return decideBy((draft) => pay(plan, draft, dated), licence, dated, today, journal);
}
