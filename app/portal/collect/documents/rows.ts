import { documentIssuedBy } from '../../../../domain/billing/document-of.ts';
import { add, type Money } from '../../../../domain/billing/money.ts';
import { issuedQuotes } from '../../../../domain/quotes/issued-quotes.ts';
import type { Event, EventOf } from '../../../../domain/licence/events.ts';
import type { DocumentRow, InvoiceState, QuoteState } from '../../views/documents.ts';
import { numberOf } from '../licences/next-step.ts';
import type { SeenLicence } from '../licences/seen-licence.ts';
import { billAt } from './bill.ts';

/**
 * The documents of some licences of a customer, the latest first. Lines of a shared one are one row.
 * @param isWanted whether the document that an event issued is wanted; unset: all are
 */
export function rowsOf(
  seen: readonly SeenLicence[],
  isWanted: (event: Event) => boolean = () => true,
): readonly DocumentRow[] {
  const rows = new Map<string, DocumentRow>();
  for (const row of seen.flatMap((licence) => rowsOfLicence(licence, isWanted))) {
    const before = rows.get(row.number);
    rows.set(row.number, before === undefined ? row : together(before, row));
  }
  return [...rows.values()].toSorted((a, b) => order(b, a));
}

function order(a: DocumentRow, b: DocumentRow): number {
  return compare(a.issuedOn, b.issuedOn) || compare(a.number, b.number);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function rowsOfLicence(seen: SeenLicence, isWanted: (event: Event) => boolean): readonly DocumentRow[] {
  const quotes = quoteStates(seen);
  return seen.documents.flatMap(({ documentId, number, issuedOn }): DocumentRow[] => {
    const version = 1 + seen.journal.findIndex((event) => documentIssuedBy(event)?.documentId === documentId);
    const event = seen.journal[version - 1];
    const { licenceId, product } = seen.licence.facts;
    const { customerId } = seen.customer;
    const row = { number, issuedOn, customerId, licenceIds: [licenceId], product };
    return event === undefined || !isWanted(event) ? [] : rowOf(seen, quotes, row, event, version);
  });
}

type Named = Pick<DocumentRow, 'number' | 'issuedOn' | 'customerId' | 'licenceIds' | 'product'>;

function rowOf(
  seen: SeenLicence,
  quotes: ReadonlyMap<string, QuoteState>,
  row: Named,
  event: Event,
  version: number,
): DocumentRow[] {
  const { plan, journal, today } = seen;
  if (event.type === 'QuoteIssued' || event.type === 'ChangeQuoted') {
    const state = quotes.get(event.quoteId) ?? 'withdrawn';
    const [total] = totalsOf(event).toSorted((a, b) => a.amount - b.amount);
    return total === undefined ? [] : [{ ...row, kind: 'quote', state, validUntil: event.validUntil, total }];
  }
  if (event.type === 'InvoiceIssued') {
    const { bill, state, toPay } = billAt(plan, journal, version, event.invoiceId, today);
    return [{ ...row, kind: 'invoice', state, payBy: bill.payBy, total: bill.price.total, toPay }];
  }
  if (event.type !== 'CreditNoteIssued') return [];
  return [{ ...row, kind: 'creditNote', total: event.total, ofInvoice: numberOf(seen, event.invoiceId) }];
}

function totalsOf(event: EventOf<'QuoteIssued' | 'ChangeQuoted'>): readonly Money[] {
  return event.type === 'ChangeQuoted' ? [event.price.total] : event.options.map(({ total }) => total);
}

/** How the quotes of a licence stand today, by their ids: one that is over is expired, also before a run has said so. */
export function quoteStates({
  journal,
  today,
}: Pick<SeenLicence, 'journal' | 'today'>): ReadonlyMap<string, QuoteState> {
  return new Map(
    issuedQuotes(journal).map(({ quoteId, state, validUntil }) => [
      quoteId,
      state === 'open' && validUntil < today ? 'expired' : state,
    ]),
  );
}

function together(one: DocumentRow, other: DocumentRow): DocumentRow {
  const licenceIds = [...one.licenceIds, ...other.licenceIds].toSorted();
  const total = add(one.total, other.total);
  if (one.kind === 'quote' && other.kind === 'quote')
    return { ...one, licenceIds, total, state: quoteTogether([one.state, other.state]) };
  if (one.kind === 'invoice' && other.kind === 'invoice')
    return {
      ...one,
      licenceIds,
      total,
      payBy: one.payBy < other.payBy ? one.payBy : other.payBy,
      toPay: add(one.toPay, other.toPay),
      state: invoiceTogether([one.state, other.state]),
    };
  return { ...one, licenceIds };
}

/** Open while a line is; accepted where a line was. */
export function quoteTogether(states: readonly QuoteState[]): QuoteState {
  const inOrder: readonly QuoteState[] = ['open', 'accepted', 'declined', 'expired', 'withdrawn'];
  return inOrder.find((state) => states.includes(state)) ?? 'withdrawn';
}

/** Overdue where a line is; paid in part where a line is open and another is paid. */
export function invoiceTogether(states: readonly InvoiceState[]): InvoiceState {
  if (states.includes('overdue')) return 'overdue';
  const isOpen = states.includes('open') || states.includes('partly-paid');
  if (isOpen) return states.includes('paid') || states.includes('partly-paid') ? 'partly-paid' : 'open';
  const inOrder: readonly InvoiceState[] = ['paid', 'refunded', 'credited', 'void'];
  return inOrder.find((state) => states.includes(state)) ?? 'void';
}
