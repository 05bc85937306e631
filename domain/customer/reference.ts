import type { Event } from '../licence/events.ts';

/**
 * What an event is found by, where others have given it a number of their own: the customer's purchase order, or the payment
 * system's id. A payment whose id follows from the licence's is found by the licence.
 */
export function referenceIn(event: Event): string | undefined {
  if (event.type === 'QuoteAccepted') return event.po;
  if (event.type === 'InvoiceIssued') return event.purchaseOrder;
  if (event.type !== 'PaymentRecorded') return undefined;
  return event.paymentId?.startsWith(`${event.licenceId}-P`) === true ? undefined : event.paymentId;
}
