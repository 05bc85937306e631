import type { CivilDate } from '../../../../domain/calendar.ts';
import type { Event } from '../../../../domain/licence/events.ts';
import type { Plan } from '../../../../domain/plan/plan.ts';
import { money, type Money } from '../../../../domain/billing/money.ts';
import { type Bill, billOf, type Settlement } from '../../../../wording/facts/bill.ts';
import { historyOf } from '../../../../wording/facts/history.ts';
import type { InvoiceState } from '../../views/documents.ts';

/** An invoice of a journal as it stands on a day. */
export interface StandingBill {
  readonly bill: Bill;
  readonly state: InvoiceState;
  readonly toPay: Money;
}

/** @param version the number of the event that issued it */
export function billAt(
  plan: Plan,
  journal: readonly Event[],
  version: number,
  invoiceId: string,
  today: CivilDate,
): StandingBill {
  const bill = billOf(plan, historyOf(journal, version), invoiceId);
  return {
    bill,
    state: stateOf(bill, wasRefunded(journal, invoiceId), today),
    toPay: toPayOf(bill.settlement, bill.price.total.currency),
  };
}

function stateOf(
  { settlement, payBy, price }: Pick<Bill, 'settlement' | 'payBy' | 'price'>,
  isRefunded: boolean,
  today: CivilDate,
): InvoiceState {
  switch (settlement.state) {
    case 'open':
      if (settlement.toPay.amount === 0) return 'paid';
      if (payBy < today) return 'overdue';
      return settlement.toPay.amount < price.total.amount - settlement.credited.amount
        ? 'partly-paid'
        : 'open';
    case 'paid':
      return isRefunded ? 'refunded' : 'paid';
    case 'void':
      return 'void';
    case 'credited':
      return isRefunded ? 'refunded' : 'credited';
  }
}

export function toPayOf(settlement: Settlement, currency: string): Money {
  return settlement.state === 'open' ? settlement.toPay : money(0, currency);
}

/** Whether an invoice was paid, then credited in full, and money was paid back since then. */
function wasRefunded(journal: readonly Event[], invoiceId: string): boolean {
  const issued = journal.find((event) => event.type === 'InvoiceIssued' && event.invoiceId === invoiceId);
  if (issued?.type !== 'InvoiceIssued') return false;
  const notes = journal.filter(
    (event) =>
      event.type === 'CreditNoteIssued' && event.invoiceId === invoiceId && event.becomes === 'credit',
  );
  const credited = notes.reduce(
    (sum, note) => sum + (note.type === 'CreditNoteIssued' ? note.total.amount : 0),
    0,
  );
  const [first] = notes;
  if (first === undefined || credited < issued.total.amount) return false;
  return journal.slice(journal.indexOf(first)).some(({ type }) => type === 'RefundRecorded');
}
