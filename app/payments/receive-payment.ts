import * as z from 'zod/mini';
import { PaymentStore } from '../../adapters/dynamodb/payments/payment-store.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { RejectedPayments } from '../../adapters/messaging/rejected-payments.ts';
import { civilDateSchema, dayIn } from '../../domain/calendar.ts';
import { formatMoney, isSameMoney, moneySchema } from '../../domain/billing/money.ts';
import { idSchema } from '../../domain/text/id.ts';
import { paymentIdSchema } from '../../domain/payments/payment-id.ts';
import { incomingPaymentSchema } from '../../domain/payments/incoming.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import { openLicences } from '../commands/open-licences.ts';
import type { KeptPayment } from '../../adapters/dynamodb/payments/payment-item.ts';
import type { BookingDependencies } from './book-payment.ts';
import { keepWaiting } from './keep-payment.ts';
import { recordPayment } from './record-payment.ts';
import { bookOnce, matchedAs } from './take-payments.ts';
import { positiveSchema } from '../../domain/values/whole.ts';

/** What it takes to receive payments. */
export interface ReceivingDependencies {
  readonly licences: LicenceStore;
  readonly payments: PaymentStore;
  readonly rejected: RejectedPayments;
}

const cause = { by: 'payment-event' } as const;

export function openReceiving(settings: Settings): ReceivingDependencies {
  const documents = documentClient();
  return {
    licences: openLicences(documents, settings).causedBy(cause),
    payments: new PaymentStore(documents, settings),
    rejected: new RejectedPayments(settings),
  };
}

/** What a payment system puts on the bus (docs/events.md); what else it says is ignored. */
const paymentReceived = z.object({
  time: z.iso.datetime({ offset: true }),
  detail: z.object({
    paymentId: paymentIdSchema,
    licenceId: idSchema,
    amount: z.object({ ...moneySchema.shape, amount: positiveSchema }),
    receivedOn: z.optional(civilDateSchema),
  }),
});

/**
 * Records a payment that came in. One that is for no licence waits in the list for an operator to assign it; a report that
 * cannot be read goes to a queue with its reason; what the tables turn away is thrown, so that EventBridge hands it over
 * again. The next run sends the mails that the payment calls for.
 * @param now a UTC instant
 */
export async function receivePayment(
  { licences, payments, rejected }: ReceivingDependencies,
  event: unknown,
  now: string,
): Promise<void> {
  const parsed = paymentReceived.safeParse(event);
  if (!parsed.success) {
    await rejected.put(z.prettifyError(parsed.error).replaceAll(/\s+/g, ' '), event);
    return;
  }
  const { detail, time: toldAt } = parsed.data;
  const { paymentId, licenceId, amount } = detail;
  const kept = await payments.get(paymentId);
  if (kept !== undefined) {
    const problem = await bookKept({ licences, payments }, kept, detail, now);
    if (problem !== undefined) await rejected.put(problem, event);
    return;
  }
  const notRecorded = await recordPayment(licences, { ...detail, toldAt }, now);
  if (notRecorded === undefined) return;
  const received = detail.receivedOn ?? dayIn('UTC', toldAt);
  const waiting = incomingPaymentSchema.safeParse({ paymentId, amount, received, text: licenceId });
  if (notRecorded.because === 'unmatched' && waiting.success)
    await keepWaiting(payments, waiting.data, notRecorded.reason, { by: cause, at: now });
  else await rejected.put(notRecorded.reason, event);
}

/**
 * Books a payment that waits, where it is reported again and now for another licence, and completes a booking that was
 * interrupted. What is booked in part, booked or dismissed stays as it is.
 * @returns why the report cannot be right
 */
async function bookKept(
  booking: BookingDependencies,
  { payment, state, allocations }: KeptPayment,
  { paymentId, licenceId, amount }: z.infer<typeof paymentReceived>['detail'],
  now: string,
): Promise<string | undefined> {
  if (!isSameMoney(payment.amount, amount))
    return `payment ${paymentId} was reported before with ${formatMoney(payment.amount)}`;
  const isUntouched = state === 'waiting' && allocations.length === 0;
  const isToBook = state === 'booking' || (isUntouched && payment.text !== licenceId);
  if (!isToBook) return undefined;
  const actor = { by: cause, at: now };
  const matched = { payment, allocations: [{ licenceId, amount }] };
  await bookOnce(booking, actor, paymentId, (kept) => matchedAs(booking.payments, actor, kept, matched));
  return undefined;
}
