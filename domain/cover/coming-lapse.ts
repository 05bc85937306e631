import type { CivilDate } from '../calendar.ts';
import { goOn } from './going-on.ts';
import type { EventOf } from '../licence/events.ts';
import { forecast } from '../forecast.ts';
import { type Licence, openOrder } from '../licence/licence.ts';
import { money, type Money, subtract } from '../billing/money.ts';
import type { Plan } from '../plan/plan.ts';

/** A licence whose maintenance the runs will lapse if nobody acts. */
export interface ComingLapse {
  readonly licenceId: string;
  readonly customerId: string;
  readonly planId: string;
  readonly on: CivilDate;
  readonly reason: EventOf<'MaintenanceLapsed'>['reason'];
  /** What its customer would have to pay to go on, gross, less its credit; nothing of one that has cancelled. */
  readonly amount: Money;
}

/** The lapse that a licence comes to from one day to another; undefined where it comes to none. */
export function comingLapse(
  plan: Plan,
  licence: Licence,
  from: CivilDate,
  to: CivilDate,
): ComingLapse | undefined {
  const events = forecast(plan, licence, from, to, 'nobody-acts');
  const lapse = events.find((event) => event.type === 'MaintenanceLapsed');
  if (lapse === undefined) return undefined;
  const { licenceId, date: on, reason } = lapse;
  const charge = events.find((event) => event.type === 'InvoiceIssued')?.total;
  const price =
    reason === 'cancelled'
      ? undefined
      : (priceOfGoingOn(plan, licence, from, reason) ?? lessCredit(licence, charge));
  const { customerId } = licence.facts;
  return { licenceId, customerId, planId: plan.id, on, reason, amount: price ?? money(0, plan.currency) };
}

/**
 * All that is open, where that lapses it or renews it, or nothing where the charge that lapses it is yet to come; else the
 * first option of the quote that the customer would get if it asked. What else is open, such as emergency support, does
 * not keep the maintenance.
 */
function priceOfGoingOn(
  plan: Plan,
  licence: Licence,
  on: CivilDate,
  reason: ComingLapse['reason'],
): Money | undefined {
  const isPaid = reason === 'unpaid' || openOrder(licence) !== undefined;
  const activity = isPaid ? 'payment' : 'request-quote';
  for (const event of goOn(plan, licence, { on, activity }).events) {
    if (event.type === 'PaymentRecorded') return event.amount;
    if (event.type === 'QuoteIssued') return lessCredit(licence, event.options[0]?.total);
    if (event.type === 'QuoteResent') return lessCredit(licence, licence.quote?.options[0]?.total);
  }
  return undefined;
}

/** Credit pays for what is ordered first. */
function lessCredit({ credit }: Licence, total: Money | undefined): Money | undefined {
  if (total === undefined) return undefined;
  const rest = subtract(total, credit);
  return rest.amount > 0 ? rest : money(0, rest.currency);
}
