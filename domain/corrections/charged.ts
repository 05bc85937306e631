import { type Money, subtract } from '../billing/money.ts';
import type { Licence } from '../licence/licence.ts';

/** The invoices of terms, with one more. */
export function withCharged({ charged = [] }: Licence, invoiceId: string, left: Money): Licence['charged'] {
  return [...charged, { invoiceId, left }];
}

/** The invoices of terms after a credit note: one that is credited in full is none of them. */
export function withoutCredited({ charged }: Licence, invoiceId: string, total: Money): Licence['charged'] {
  return charged
    ?.map((each) => (each.invoiceId === invoiceId ? { ...each, left: subtract(each.left, total) } : each))
    .filter(({ left }) => left.amount > 0);
}
