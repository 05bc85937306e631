import type { Event } from '../../domain/licence/events.ts';

/** A journal as customers read it: quotes and invoices under the numbers of their documents, where they have one. */
export function byNumber(
  journal: readonly Event[],
  documents: readonly { readonly documentId: string; readonly number: string }[],
): readonly Event[] {
  const numbers = new Map(documents.map(({ documentId, number }) => [documentId, number]));
  const numberOf = (id: string) => numbers.get(id) ?? id;
  return journal.map((event) => renamed(event, numberOf));
}

/** The fields that name a quote, an invoice or a credit note, wherever an event has them. */
const naming: ReadonlySet<string> = new Set(['quoteId', 'invoiceId', 'creditNoteId', 'reissues']);

function renamed<Value>(value: Value, numberOf: (id: string) => string): Value;
function renamed(value: unknown, numberOf: (id: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => renamed(each, numberOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]: [string, unknown]) => [
      name,
      typeof field === 'string' && naming.has(name) ? numberOf(field) : renamed(field, numberOf),
    ]),
  );
}
