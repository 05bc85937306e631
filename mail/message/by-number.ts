import type { Event } from '../../domain/licence/events.ts';

/** A journal as customers read it: quotes and invoices under the numbers of their documents, where they have one. */
export function byNumber(
  journal: readonly Event[],
  documents: readonly { readonly documentId: string; readonly number: string }[],
): readonly Event[] {
  const numbers = new Map(documents.map(({ documentId, number }) => [documentId, number]));
  const numberOf = (id: string) => numbers.get(id) ?? id;
  return journal.map((event): Event => {
    if ('quoteId' in event) return { ...event, quoteId: numberOf(event.quoteId) };
    if ('invoiceId' in event && event.invoiceId !== undefined)
      return { ...event, invoiceId: numberOf(event.invoiceId) };
    return event;
  });
}
