import type { Event } from '../licence/events.ts';

/** The id of the quote or invoice that the mail of an event brings along; undefined where it brings none. */
export function documentOf(event: Event): string | undefined {
  const { type } = event;
  if (type === 'QuoteIssued' || type === 'QuoteResent' || type === 'ChangeQuoted') return event.quoteId;
  return type === 'InvoiceIssued' || type === 'ReminderIssued' ? event.invoiceId : undefined;
}
