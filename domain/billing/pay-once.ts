import { isRecorded, type Payment } from './payment.ts';
import { type CivilDate, laterOf } from '../calendar.ts';
import { decide, type Decision } from '../decide.ts';
import type { Event } from '../licence/events.ts';
import type { Licence } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';

/** A payment that its payment system has given an id. */
export type NamedPayment = Payment & { readonly on: CivilDate; readonly paymentId: string };

/**
 * Decides a payment on the licence's journal: one that it has is accepted without an event. One that is reported late is
 * recorded on the day of the licence's last event.
 */
export function payOnce(
  plan: Plan,
  licence: Licence,
  journal: readonly Event[],
  payment: NamedPayment,
  today: CivilDate,
): Decision {
  if (isRecorded(journal, payment.paymentId)) return { outcome: 'accepted', events: [] };
  return decide(plan, licence, { ...payment, on: laterOf(payment.on, licence.lastEventOn) }, today);
}
