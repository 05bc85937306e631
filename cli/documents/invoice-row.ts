import type { CivilDate } from '../../domain/calendar.ts';
import type { Money } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import {
  type Age,
  ageOf,
  daysOverdue,
  type IssuedInvoice,
  issuedInvoices,
} from '../../domain/receivables/issued-invoices.ts';
import type { NumberedJournal } from '../../client/finding/issued-documents.ts';
import type { ListedDocument } from './each-journal.ts';

/** An invoice in a line. */
export interface InvoiceRow extends ListedDocument {
  readonly invoiceId: string;
  /** What it is for; an order's payment starts what it is for. */
  readonly kind: string;
  readonly payBy: CivilDate;
  /** Gross. */
  readonly total: Money;
  readonly state: IssuedInvoice['state'];
  /** What is to be paid of it, before the licence's credit. */
  readonly owed: Money;
  /** Of an open invoice: the days since the last day for payment, and their band. */
  readonly daysOverdue?: number | undefined;
  readonly age?: Age | undefined;
  readonly paidOn?: CivilDate | undefined;
  readonly purchaseOrder?: string | undefined;
}

/** The invoices of a journal as lines, as of `today`. */
export function invoiceRows(
  plan: Plan,
  { licenceId, events, numbers }: NumberedJournal,
  today: CivilDate,
): readonly InvoiceRow[] {
  return issuedInvoices(events).map((invoice) => {
    const { issued, customerId, payBy, state, owed, paidOn } = invoice;
    const { invoiceId, date: issuedOn, kind, purpose, total, purchaseOrder } = issued;
    const overdue = state === 'open' ? Math.max(0, daysOverdue(invoice, today)) : undefined;
    return {
      number: numbers.get(invoiceId) ?? invoiceId,
      invoiceId,
      licenceId,
      planId: plan.id,
      customerId,
      kind: purpose.order ? `${kind} order` : kind,
      issuedOn,
      payBy,
      total,
      state,
      owed,
      daysOverdue: overdue,
      age: overdue === undefined ? undefined : ageOf(overdue),
      paidOn,
      purchaseOrder,
    };
  });
}
