import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import { formatMoney, type Money } from '../../domain/billing/money.ts';
import { applyActivity } from '../commands/apply-command.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { planOf } from '../../plans/plan-of.ts';

/** More than any licence costs, and little enough that sums stay exact. */
const mostMinorUnits = 10 ** 14;

/** A payment that a payment system reports. */
export interface ReceivedPayment {
  readonly paymentId: string;
  /** The licence's id, or the printed number of one of its invoices or quotes. */
  readonly licenceId: string;
  /** Above zero. */
  readonly amount: Money;
  /** The day on which the money arrived, in the plan's time zone; unset: the day on which it was reported. */
  readonly receivedOn?: CivilDate | undefined;
  /** UTC instant at which it was reported. */
  readonly toldAt: string;
}

/**
 * Records a payment; one with an id that the licence's journal has stays recorded once. `now` is a UTC instant: where
 * the sender's clock is ahead of it by a day of the plan, the payment is not recorded.
 * @returns why it cannot be recorded; undefined where it is
 */
export async function recordPayment(
  licences: LicenceStore,
  payment: ReceivedPayment,
  now: string,
): Promise<string | undefined> {
  const { paymentId, amount, toldAt } = payment;
  const licenceId = await licences.idOf(payment.licenceId);
  const stored = await licences.load(licenceId);
  if (stored === undefined) return `there is no licence ${licenceId}, and no quote or invoice of that number`;
  const { id, currency, timeZone } = planOf(stored.licence.facts.planId);
  if (amount.currency !== currency) {
    return `it is in ${amount.currency}, and plan ${id} of licence ${licenceId} is in ${currency}`;
  }
  const { credit } = stored.licence;
  if (amount.amount > mostMinorUnits || !Number.isSafeInteger(credit.amount + amount.amount)) {
    return `${formatMoney(amount)} is more than can be recorded for licence ${licenceId}: check the amount`;
  }
  const reportedOn = dayIn(timeZone, toldAt);
  const { receivedOn = reportedOn } = payment;
  if (receivedOn > reportedOn) return `receivedOn ${receivedOn} is after ${reportedOn}, when it was reported`;
  const received = receivedOn;
  const command = { on: reportedOn, activity: 'payment', amount, paymentId, received } as const;
  const decision = await applyActivity(licences, licenceId, command, dayIn(timeZone, now));
  return decision.outcome === 'accepted' ? undefined : decision.reason;
}
