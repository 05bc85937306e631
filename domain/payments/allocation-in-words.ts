import { formatMoney } from '../billing/money.ts';
import type { Allocation } from './incoming.ts';

/** A part of a payment and what it pays, such as `EUR 12.00 on licence SN-1001, invoice SN-1001-I1`. */
export function allocationInWords({ licenceId, invoiceId, amount }: Allocation): string {
  return `${formatMoney(amount)} on licence ${licenceId}${invoiceId === undefined ? '' : `, invoice ${invoiceId}`}`;
}

/** The same of all parts of a payment. */
export function allocationsInWords(allocations: readonly Allocation[]): string {
  return allocations.map(allocationInWords).join('; ');
}
