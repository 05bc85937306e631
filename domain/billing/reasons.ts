import type { Invoice, Quote } from '../licence/licence.ts';

/** Why a quote expires, for a term or for a change. */
export function quoteIsOver({ quoteId, validUntil }: Pick<Quote, 'quoteId' | 'validUntil'>): string {
  return `quote ${quoteId} was valid until ${validUntil}`;
}

/** Why an order is voided. */
export function orderIsOver({ invoiceId, payBy }: Pick<Invoice, 'invoiceId' | 'payBy'>): string {
  return `order ${invoiceId} was payable until ${payBy} and is unpaid`;
}
