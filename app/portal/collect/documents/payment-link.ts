import { decimalOf, type Money } from '../../../../domain/billing/money.ts';
import type { Plan } from '../../../../domain/plan/plan.ts';

/** Where an invoice is paid on the web; undefined where the vendor takes no payments there. */
export function paymentLinkOf(
  { paymentLink }: Plan['vendor'],
  amount: Money,
  number: string,
): string | undefined {
  return paymentLink
    ?.replaceAll('{number}', encodeURIComponent(number))
    .replaceAll('{amount}', encodeURIComponent(decimalOf(amount)))
    .replaceAll('{currency}', amount.currency);
}
