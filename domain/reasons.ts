import type { Order, Quote } from './licence.ts';

/** Why a quote expires. */
export function quoteIsOver({ quoteId, validUntil }: Quote): string {
  return `quote ${quoteId} was valid until ${validUntil}`;
}

/** Why an order is voided. */
export function orderIsOver({ invoiceId, payBy }: Order): string {
  return `order ${invoiceId} was payable until ${payBy} and is unpaid`;
}
