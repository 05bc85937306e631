import { PaymentReader, placeInWaiting } from '../../adapters/dynamodb/payments/payment-reader.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { KeptPayment } from '../../adapters/dynamodb/payments/payment-item.ts';
import { type Money, subtract } from '../../domain/billing/money.ts';
import type { Deployment } from '../deployment/deployment.ts';
import type { Page } from '../browsing/pages.ts';
import { placeFrom, placeText } from '../browsing/places.ts';
import { settingsOf } from '../deployment/settings-of.ts';

export type { KeptPayment } from '../../adapters/dynamodb/payments/payment-item.ts';

/** The payments that came in, as table `Payments` has them. */
export function keptPaymentsOf(deployment: Deployment): PaymentReader {
  return new PaymentReader(documentClient(), settingsOf(deployment.outputs));
}

/** A page of the payments that wait, oldest first, by one request. Throws `Refusal` for an unknown place. */
export async function waitingPage(
  payments: PaymentReader,
  most: number,
  from?: string,
): Promise<Page<KeptPayment>> {
  const { values, unreadable, next } = await payments.someWaiting(most, placeFrom(placeInWaiting, from));
  return { rows: values, unreadable, next: placeText(next) };
}

/** What is not booked yet; of a payment that is being booked, all of it, since nobody knows how far that is. */
export function leftOf({ payment, state, allocations }: KeptPayment): Money {
  if (state === 'booking') return payment.amount;
  return allocations.reduce<Money>((left, { amount }) => subtract(left, amount), payment.amount);
}
