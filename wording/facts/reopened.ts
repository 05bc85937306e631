import type { Event, EventOf } from '../../domain/licence/events.ts';

/** The invoices that are open again since a payment was reversed; `since` is what was recorded after that. */
export function reopenedWith(
  { date }: EventOf<'PaymentReversed'>,
  since: readonly Event[],
): readonly EventOf<'InvoiceReopened'>[] {
  const end = since.findIndex((event) => event.date !== date || event.type !== 'InvoiceReopened');
  return (end < 0 ? since : since.slice(0, end)).filter((event) => event.type === 'InvoiceReopened');
}
