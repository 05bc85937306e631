import { type Money, subtract } from '../billing/money.ts';
import type { CivilDate } from '../calendar.ts';
import type { Event } from '../licence/events.ts';
import { chargeOf, isTermOrder } from '../licence/licence.ts';
import { creditNotesOf } from '../receivables/history.ts';
import { issuedInvoices } from '../receivables/issued-invoices.ts';

/** An invoice for a term: what it charges, and the days that it charges for. */
export interface ChargedTerm {
  readonly invoiceId: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Less what credit notes took off it. */
  readonly net: Money;
}

/**
 * The invoices for terms of a journal, oldest first. One that was voided charges nothing; an order charges for the term that
 * its payment started; one that takes the place of another charges for the same days (docs/reports.md).
 */
export function chargedTerms(journal: readonly Event[]): readonly ChargedTerm[] {
  const days = daysCharged(journal);
  return issuedInvoices(journal).flatMap(({ issued, state }) => {
    const { invoiceId, price } = issued;
    const period = days.get(invoiceId);
    if (period === undefined || state === 'voided') return [];
    const net = creditNotesOf(journal, invoiceId).reduce((rest, note) => subtract(rest, note.net), price.net);
    return net.amount > 0 ? [{ invoiceId, ...period, net }] : [];
  });
}

interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

function daysCharged(journal: readonly Event[]): ReadonlyMap<string, Period> {
  const days = new Map<string, Period>();
  const orders = new Set<string>();
  let paidOrder: string | undefined;
  for (const event of journal) {
    if (event.type === 'InvoiceIssued') {
      const charge = chargeOf(event);
      const before = event.reissues === undefined ? undefined : days.get(event.reissues);
      if (charge !== undefined) days.set(event.invoiceId, { from: charge.from, to: charge.to });
      else if (before !== undefined) days.set(event.invoiceId, before);
      else if (isTermOrder({ ...event, issuedOn: event.date, reminded: [] })) orders.add(event.invoiceId);
    } else if (event.type === 'InvoicePaid' && orders.has(event.invoiceId)) paidOrder = event.invoiceId;
    else if (event.type === 'TermStarted' && paidOrder !== undefined) {
      days.set(paidOrder, { from: event.starts, to: event.ends });
      paidOrder = undefined;
    }
  }
  return days;
}
