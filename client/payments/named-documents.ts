import type { StoredWithHistory } from '../../adapters/dynamodb/licences/licence-reader.ts';
import type { NumberedDocument } from '../../adapters/dynamodb/documents/document-number.ts';
import type { NamedDocument, PayableInvoice } from '../../domain/payments/match.ts';
import { isOrder, owedOf } from '../../domain/receivables/owed.ts';

/** The open invoices of a licence, as payments are matched with them. */
export function payableInvoicesOf({
  stored: { licence },
  history,
}: StoredWithHistory): readonly PayableInvoice[] {
  const { licenceId, customerId } = licence.facts;
  return licence.invoices.map((invoice) => ({
    licenceId,
    customerId,
    invoiceId: invoice.invoiceId,
    number: numberOf(history.documents, invoice.invoiceId),
    owed: owedOf(invoice),
    credit: licence.credit,
  }));
}

/** What a printed number of a licence's documents stands for. */
export function documentNamed(number: string, found: StoredWithHistory): NamedDocument {
  const document = found.history.documents.find((each) => each.number === number);
  if (document === undefined) return { number, open: [], closed: `there is no ${number}` };
  return documentOf(found, document);
}

/** The same of a document that several licences share: its lines, each with its licence and the id of its document there. */
export function sharedDocument(
  number: string,
  kind: NumberedDocument['kind'],
  lines: readonly { readonly found: StoredWithHistory; readonly documentId: string }[],
): NamedDocument {
  const documents = lines.map(({ found, documentId }) => documentOf(found, { number, kind, documentId }));
  const open = documents
    .flatMap((document) => document.open)
    .map((line) => ({ ...line, number, isShared: true }));
  return open.length > 0 ? { number, open } : { number, open, closed: documents[0]?.closed };
}

type Document = Pick<NumberedDocument, 'number' | 'kind' | 'documentId'>;

function documentOf(found: StoredWithHistory, document: Document): NamedDocument {
  const { number } = document;
  const open = payableInvoicesOf(found);
  switch (document.kind) {
    case 'invoice': {
      const named = open.filter(({ invoiceId }) => invoiceId === document.documentId);
      return named.length > 0
        ? { number, open: named }
        : { number, open: [], closed: whyClosed(found, document) };
    }
    case 'quote': {
      // Whoever pays a quote that was accepted pays its order.
      const orders = found.stored.licence.invoices.filter(isOrder).map(({ invoiceId }) => invoiceId);
      const ordered = open.filter(({ invoiceId }) => orders.includes(invoiceId));
      return ordered.length > 0
        ? { number, open: ordered }
        : { number, open: [], closed: `quote ${number} has no open order: it may not be accepted yet` };
    }
    case 'creditNote':
      return { number, open: [], closed: `${number} is a credit note` };
  }
}

function whyClosed({ history }: StoredWithHistory, { documentId, number }: Document): string {
  const events = history.events.map(({ event }) => event);
  const last = events.findLast((event) => 'invoiceId' in event && event.invoiceId === documentId);
  if (last?.type === 'InvoicePaid') return `${number} is already paid, since ${last.date}`;
  if (last?.type === 'InvoiceVoided') return `${number} is void, since ${last.date}`;
  if (last?.type === 'CreditNoteIssued') return `${number} was credited on ${last.date}`;
  return `${number} is not open`;
}

function numberOf(documents: readonly NumberedDocument[], invoiceId: string): string {
  return documents.find(({ documentId }) => documentId === invoiceId)?.number ?? invoiceId;
}
