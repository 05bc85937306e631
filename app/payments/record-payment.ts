import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import { formatMoney, type Money } from '../../domain/billing/money.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { sharedDocumentOf } from '../documents/shared-document.ts';
import { applyPayment } from './apply-payment.ts';
import { payDocument } from './pay-document.ts';
import { planOf } from '../../plans/plan-of.ts';

/** More than any licence costs, and little enough that sums stay exact. */
const mostMinorUnits = 10 ** 14;

/** Why a payment is not recorded. `unmatched`: it is for no licence that there is; `wrong`: what is said of it cannot be. */
export interface NotRecorded {
  readonly because: 'unmatched' | 'wrong';
  readonly reason: string;
}

/** A payment that a payment system reports. */
export interface ReceivedPayment {
  readonly paymentId: string;
  /** The licence's id, or the printed number of one of its invoices or quotes. */
  readonly licenceId: string;
  /** Above zero. */
  readonly amount: Money;
  /** The day on which the money arrived, in the plan's time zone; unset: the day on which it was reported. */
  readonly receivedOn?: CivilDate | undefined;
  /** The id of the invoice that it pays; unset: the open invoices, oldest first. */
  readonly invoiceId?: string | undefined;
  /** UTC instant at which it was reported. */
  readonly toldAt: string;
}

/**
 * Records a payment; one with an id that the licence's journal has stays recorded once. `now` is a UTC instant: where
 * the sender's clock is ahead of it by a day of the plan, the payment is not recorded. One that names a shared document by
 * its number pays the document's lines.
 * @returns why it is not recorded; undefined where it is
 */
export async function recordPayment(
  licences: LicenceStore,
  payment: ReceivedPayment,
  now: string,
): Promise<NotRecorded | undefined> {
  const { paymentId, amount, toldAt } = payment;
  const licenceId = await licences.idOf(payment.licenceId);
  const stored = await licences.load(licenceId);
  if (stored === undefined)
    return unmatched(`there is no licence ${licenceId}, and no quote or invoice of that number`);
  const { id, currency, timeZone } = planOf(stored.licence.facts.planId);
  if (amount.currency !== currency) {
    return unmatched(`it is in ${amount.currency}, and plan ${id} of licence ${licenceId} is in ${currency}`);
  }
  const { credit } = stored.licence;
  if (amount.amount > mostMinorUnits || !Number.isSafeInteger(credit.amount + amount.amount)) {
    return wrong(
      `${formatMoney(amount)} is more than can be recorded for licence ${licenceId}: check the amount`,
    );
  }
  const reportedOn = dayIn(timeZone, toldAt);
  const { receivedOn = reportedOn } = payment;
  if (receivedOn > reportedOn)
    return wrong(`receivedOn ${receivedOn} is after ${reportedOn}, when it was reported`);
  const received = receivedOn;
  const today = dayIn(timeZone, now);
  const isLicence = licenceId === payment.licenceId;
  const shared = isLicence ? undefined : await sharedDocumentOf(licences, payment.licenceId);
  if (shared !== undefined) {
    const named = { paymentId, amount, received, on: reportedOn };
    const notPaid = await payDocument(licences, shared, named, today);
    return notPaid === undefined ? undefined : unmatched(notPaid);
  }
  const document = payment.invoiceId;
  const command = { on: reportedOn, activity: 'payment', amount, paymentId, received, document } as const;
  const decision = await applyPayment(licences, licenceId, command, today);
  switch (decision.outcome) {
    case 'accepted':
      return undefined;
    case 'rejected':
      return unmatched(decision.reason);
    case 'refused':
      return wrong(decision.reason);
  }
}

function unmatched(reason: string): NotRecorded {
  return { because: 'unmatched', reason };
}

function wrong(reason: string): NotRecorded {
  return { because: 'wrong', reason };
}
