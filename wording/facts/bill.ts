import type { Event, EventOf } from '../../domain/licence/events.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { add, money, type Money, subtract } from '../../domain/billing/money.ts';
import { isDunned, owedOf, payByOf } from '../../domain/receivables/owed.ts';
import { inOrderOfCredit } from '../../domain/payments/settle.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Change } from '../../domain/changes/change.ts';
import type { Price } from '../../domain/billing/price.ts';
import { type Cover, coverOf } from './cover.ts';
import { historyOf, type JournalHistory, invoiceIssued, termPaidBy } from './history.ts';

/** Where the payment of an invoice stands. */
export type Settlement =
  | {
      readonly state: 'open';
      /** What of the customer's credit goes towards it. */
      readonly credit: Money;
      readonly toPay: Money;
      /** What credit notes took off it. */
      readonly credited: Money;
    }
  | { readonly state: 'paid'; readonly credited: Money }
  | { readonly state: 'void' }
  /** Credit notes took all off it that was not paid. */
  | { readonly state: 'credited' };

/** What an invoice is for: cover, a change, or emergency support. An accepted quote's is an order: its payment starts the term. */
export type Bought =
  | { readonly kind: 'cover'; readonly cover: Cover; readonly isOrder: boolean }
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'support'; readonly ticketId: string };

export interface Bill {
  readonly invoiceId: string;
  readonly issuedOn: CivilDate;
  /** The later of its own and the last day of a hold. */
  readonly payBy: CivilDate;
  readonly price: Price;
  /** The invoice that it takes the place of. */
  readonly reissues: string | undefined;
  /** Whether the maintenance lapses where it stays unpaid. */
  readonly lapses: boolean;
  readonly buys: Bought;
  readonly settlement: Settlement;
  /** The customer's purchase order that it names. */
  readonly purchaseOrder?: string | undefined;
}

/** An invoice of the licence, paid, void or as much of it open as credit leaves. */
export function billOf(plan: Plan, history: JournalHistory, invoiceId: string): Bill {
  const invoice = invoiceIssued(history, invoiceId);
  const { date: issuedOn, price, reissues, purchaseOrder } = invoice;
  const { now } = history;
  const open = now.invoices.find((each) => each.invoiceId === invoiceId);
  return {
    invoiceId,
    issuedOn,
    payBy: payByOf(now, open ?? invoice),
    price,
    reissues,
    lapses: open !== undefined && isDunned(open),
    buys: boughtBy(plan, history, invoice),
    settlement: settlementOf(history, invoice),
    purchaseOrder,
  };
}

function boughtBy(plan: Plan, history: JournalHistory, invoice: EventOf<'InvoiceIssued'>): Bought {
  const { purpose, payBy, invoiceId } = invoice;
  if (purpose.kind === 'support') return { kind: 'support', ticketId: purpose.ticketId };
  if (!purpose.order) {
    const { from, to } = purpose.charge;
    return { kind: 'cover', cover: { kind: 'period', from, to }, isOrder: false };
  }
  if (purpose.kind === 'expansion') return { kind: 'change', change: purpose.change };
  const first = firstOf(history, invoice);
  const started = termPaidBy(history, invoiceId) ?? termPaidBy(history, first.invoiceId);
  const { then } = historyOf(history.journal, history.journal.indexOf(first) + 1);
  const cover: Cover =
    started === undefined
      ? coverOf(plan, then, purpose.kind, purpose.years, payBy, purpose.alignTo)
      : { kind: 'period', from: started.starts, to: started.ends };
  return { kind: 'cover', cover, isOrder: true };
}

/** The invoice that an order was first invoiced with: what it buys follows from the licence of that day. */
function firstOf(history: JournalHistory, invoice: EventOf<'InvoiceIssued'>): EventOf<'InvoiceIssued'> {
  return invoice.reissues === undefined
    ? invoice
    : firstOf(history, invoiceIssued(history, invoice.reissues));
}

function settlementOf(
  { now, journal }: JournalHistory,
  { invoiceId, price }: EventOf<'InvoiceIssued'>,
): Settlement {
  const credited = journal
    .filter((event) => event.type === 'CreditNoteIssued')
    .filter((event) => event.invoiceId === invoiceId && event.becomes === 'less-to-pay')
    .map(({ total }) => total)
    .reduce(add, money(0, price.total.currency));
  const share = shareOfCredit(now, invoiceId);
  if (share !== undefined) return { state: 'open', ...share, credited };
  const closed = journal.findLast(
    (event) => closing.has(event.type) && 'invoiceId' in event && event.invoiceId === invoiceId,
  );
  if (closed?.type === 'InvoicePaid') return { state: 'paid', credited };
  return { state: closed?.type === 'CreditNoteIssued' ? 'credited' : 'void' };
}

const closing: ReadonlySet<Event['type']> = new Set(['InvoicePaid', 'InvoiceVoided', 'CreditNoteIssued']);

/** Credit goes towards open invoices (docs/rules.md §4.8). Undefined where the invoice is not open. */
function shareOfCredit(
  { invoices, credit }: Licence,
  invoiceId: string,
): { readonly credit: Money; readonly toPay: Money } | undefined {
  let left = credit;
  for (const invoice of inOrderOfCredit(invoices)) {
    const owed = owedOf(invoice);
    const used = money(Math.min(left.amount, owed.amount), owed.currency);
    if (invoice.invoiceId === invoiceId) return { credit: used, toPay: subtract(owed, used) };
    left = subtract(left, used);
  }
  return undefined;
}
