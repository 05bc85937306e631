import { add, money, type Money } from '../billing/money.ts';
import { type CivilDate, daysBetween } from '../calendar.ts';
import { evolve } from '../evolve.ts';
import type { Event, EventOf } from '../licence/events.ts';
import type { Licence } from '../licence/licence.ts';
import { creditNotesOf, paidIn } from './history.ts';
import { owedOf } from './owed.ts';

/** An invoice of a journal, as the journal ends. */
export interface IssuedInvoice {
  readonly issued: EventOf<'InvoiceIssued'>;
  /** The customer that it was issued to. */
  readonly customerId: string;
  /** `credited`: credit notes took all of it off. */
  readonly state: 'open' | 'paid' | 'voided' | 'credited';
  /** What is to be paid of it, before any credit of the licence; nothing where it is not open. */
  readonly owed: Money;
  /** Its own last day for payment: a hold does not move it, a payment's reversal does. */
  readonly payBy: CivilDate;
  /** What credit notes took off it, gross. */
  readonly credited: Money;
  /** The day on which it was paid; unset where it is not paid. */
  readonly paidOn?: CivilDate | undefined;
}

/** The invoices of a licence's journal, oldest first, as they stand when it ends (docs/reports.md). */
export function issuedInvoices(journal: readonly Event[]): readonly IssuedInvoice[] {
  const customers = new Map<string, string>();
  let licence: Licence | undefined;
  for (const event of journal) {
    licence = evolve(licence, event);
    if (event.type === 'InvoiceIssued') customers.set(event.invoiceId, licence.facts.customerId);
  }
  const paid = new Map(paidIn(journal).map(({ invoiceId, date }) => [invoiceId, date]));
  return journal
    .filter((event) => event.type === 'InvoiceIssued')
    .map((issued) => {
      const { invoiceId, total, payBy } = issued;
      const nothing = money(0, total.currency);
      const credited = creditNotesOf(journal, invoiceId).reduce((sum, note) => add(sum, note.total), nothing);
      const open = licence?.invoices.find((invoice) => invoice.invoiceId === invoiceId);
      const customerId = customers.get(invoiceId) ?? '';
      const known = { issued, customerId, credited, payBy: open?.payBy ?? payBy };
      if (open !== undefined) return { ...known, state: 'open', owed: owedOf(open) };
      const paidOn = paid.get(invoiceId);
      if (credited.amount >= total.amount && total.amount > 0)
        return { ...known, state: 'credited', owed: nothing, paidOn };
      return { ...known, state: paidOn === undefined ? 'voided' : 'paid', owed: nothing, paidOn };
    });
}

/** How long an open invoice is overdue, in the bands that receivables are reported in. */
export const ages = ['not overdue', '1-30', '31-60', '61-90', 'over 90'] as const;
export type Age = (typeof ages)[number];

/** The days since the last day for payment; 0 or less: it is not overdue. */
export function daysOverdue({ payBy }: Pick<IssuedInvoice, 'payBy'>, today: CivilDate): number {
  return daysBetween(payBy, today);
}

/** The band of an invoice that is so many days overdue. */
export function ageOf(days: number): Age {
  if (days <= 0) return 'not overdue';
  if (days <= 30) return '1-30';
  if (days <= 60) return '31-60';
  return days <= 90 ? '61-90' : 'over 90';
}
