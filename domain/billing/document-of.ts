import type { Event } from '../licence/events.ts';

/** The kinds of documents that have numbers, each in a series of its own. */
export type DocumentKind = 'quote' | 'invoice' | 'creditNote';

/** A quote, an invoice or a credit note, by its id in the journal. */
export interface IssuedDocument {
  readonly documentId: string;
  readonly kind: DocumentKind;
}

/** The document that an event issues; undefined where it issues none. */
export function documentIssuedBy(event: Event): IssuedDocument | undefined {
  const { type } = event;
  if (type === 'InvoiceIssued') return { documentId: event.invoiceId, kind: 'invoice' };
  if (type === 'QuoteIssued' || type === 'ChangeQuoted') return { documentId: event.quoteId, kind: 'quote' };
  if (type === 'CreditNoteIssued') return { documentId: event.creditNoteId, kind: 'creditNote' };
  return undefined;
}

/** The id of the quote or invoice that the mail of an event brings along; undefined where it brings none. */
export function documentOf(event: Event): string | undefined {
  if (event.type === 'QuoteResent') return event.quoteId;
  return event.type === 'ReminderIssued' ? event.invoiceId : documentIssuedBy(event)?.documentId;
}
