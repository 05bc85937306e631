import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import { decimalOf, type Money } from '../../domain/billing/money.ts';
import { owedOf, payByOf } from '../../domain/receivables/owed.ts';
import type { CsvColumns } from '../listing/csv-columns.ts';

/** An open invoice in a line. */
export interface OpenInvoice {
  readonly invoiceId: string;
  /** As it is printed; unset where an earlier version stored the licence. */
  readonly number?: string | undefined;
  readonly licenceId: string;
  readonly product: string;
  readonly customerId: string;
  readonly customer?: string | undefined;
  readonly kind: string;
  readonly issuedOn: CivilDate;
  readonly payBy: CivilDate;
  readonly isOverdue: boolean;
  readonly purchaseOrder?: string | undefined;
  /** Set where the customer wants a purchase order on each order and this one names none. */
  readonly lacksPurchaseOrder: boolean;
  /** Gross, and what is to be paid of it before the licence's credit. */
  readonly total: Money;
  readonly owed: Money;
}

/** The open invoices of a licence. */
export function openInvoicesOf({ licence, numbers }: Stored, today: CivilDate): readonly OpenInvoice[] {
  const { licenceId, customerId, product, poRequired } = licence.facts;
  return licence.invoices.map((invoice) => {
    const { invoiceId, purpose, issuedOn, price, purchaseOrder } = invoice;
    const payBy = payByOf(licence, invoice);
    return {
      invoiceId,
      number: numbers?.[invoiceId],
      licenceId,
      product,
      customerId,
      kind: purpose.order ? `${purpose.kind} order` : purpose.kind,
      issuedOn,
      payBy,
      isOverdue: payBy < today,
      purchaseOrder,
      lacksPurchaseOrder: purpose.order && poRequired === true && purchaseOrder === undefined,
      total: price.total,
      owed: owedOf(invoice),
    };
  });
}

export const openInvoiceColumns: CsvColumns<OpenInvoice> = [
  ['number', ({ number }) => number],
  ['invoiceId', ({ invoiceId }) => invoiceId],
  ['licenceId', ({ licenceId }) => licenceId],
  ['customerId', ({ customerId }) => customerId],
  ['customer', ({ customer }) => customer],
  ['kind', ({ kind }) => kind],
  ['issuedOn', ({ issuedOn }) => issuedOn],
  ['payBy', ({ payBy }) => payBy],
  ['overdue', ({ isOverdue }) => (isOverdue ? 'yes' : 'no')],
  ['purchaseOrder', ({ purchaseOrder }) => purchaseOrder],
  ['currency', ({ total }) => total.currency],
  ['total', ({ total }) => decimalOf(total)],
  ['toPay', ({ owed }) => decimalOf(owed)],
];

/** An open quote in a line. */
export interface OpenQuote {
  readonly quoteId: string;
  /** As it is printed; unset where an earlier version stored the licence. */
  readonly number?: string | undefined;
  readonly licenceId: string;
  readonly product: string;
  readonly customerId: string;
  readonly customer?: string | undefined;
  readonly kind: string;
  readonly issuedOn?: CivilDate | undefined;
  readonly validUntil: CivilDate;
  /** Gross, by the years that are offered. */
  readonly amounts: readonly { readonly years?: number | undefined; readonly total: Money }[];
}

/** The open quotes of a licence: for its maintenance, and for a change. */
export function openQuotesOf({ licence, numbers }: Stored): readonly OpenQuote[] {
  const { facts, quote, changeQuote } = licence;
  const { licenceId, customerId, product } = facts;
  const of = (quoteId: string) => ({ quoteId, number: numbers?.[quoteId], licenceId, product, customerId });
  const quotes: OpenQuote[] = [];
  if (quote !== undefined) {
    const { quoteId, kind, issuedOn, validUntil, options } = quote;
    quotes.push({ ...of(quoteId), kind, issuedOn, validUntil, amounts: options });
  }
  if (changeQuote !== undefined) {
    const { quoteId, validUntil, price } = changeQuote;
    quotes.push({ ...of(quoteId), kind: 'change', validUntil, amounts: [{ total: price.total }] });
  }
  return quotes;
}

export const openQuoteColumns: CsvColumns<OpenQuote> = [
  ['number', ({ number }) => number],
  ['quoteId', ({ quoteId }) => quoteId],
  ['licenceId', ({ licenceId }) => licenceId],
  ['customerId', ({ customerId }) => customerId],
  ['customer', ({ customer }) => customer],
  ['kind', ({ kind }) => kind],
  ['issuedOn', ({ issuedOn }) => issuedOn],
  ['validUntil', ({ validUntil }) => validUntil],
  ['years', ({ amounts: [first] }) => first?.years],
  ['currency', ({ amounts: [first] }) => first?.total.currency],
  ['total', ({ amounts: [first] }) => first && decimalOf(first.total)],
];
