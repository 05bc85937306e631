import type { EventOf } from '../../../domain/events.ts';
import type { Licence } from '../../../domain/licence.ts';
import { money, type Money, subtract } from '../../../domain/money.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { Bill, Cover, Settlement } from './content.ts';
import { type History, invoiceIssued, termPaidBy } from './history.ts';
import { coverOf } from './offers.ts';

/** An invoice of the licence, paid, void or as much of it open as credit leaves. */
export function billOf(plan: Plan, history: History, invoiceId: string): Bill {
  const invoice = invoiceIssued(history, invoiceId);
  const { date: issuedOn, payBy, price, purpose } = invoice;
  const cover = coverBought(plan, history, invoice);
  const settlement = settlementOf(history, invoiceId);
  return { invoiceId, issuedOn, payBy, price, cover, isOrder: purpose.order, settlement };
}

function coverBought(plan: Plan, history: History, invoice: EventOf<'InvoiceIssued'>): Cover {
  const { purpose, payBy } = invoice;
  if (!purpose.order) return { kind: 'period', from: purpose.charge.from, to: purpose.charge.to };
  const started = termPaidBy(history, invoice.invoiceId);
  return started === undefined
    ? coverOf(plan, history.then, purpose.kind, purpose.years, payBy)
    : { kind: 'period', from: started.starts, to: started.ends };
}

function settlementOf({ now, journal }: History, invoiceId: string): Settlement {
  const share = shareOfCredit(now, invoiceId);
  if (share !== undefined) return { state: 'open', ...share };
  const isPaid = journal.some((event) => event.type === 'InvoicePaid' && event.invoiceId === invoiceId);
  return { state: isPaid ? 'paid' : 'void' };
}

/** Credit goes towards open invoices, oldest first (plans.md, Money). Undefined where the invoice is not open. */
function shareOfCredit(
  { invoices, credit }: Licence,
  invoiceId: string,
): { readonly credit: Money; readonly toPay: Money } | undefined {
  let left = credit;
  for (const invoice of invoices) {
    const { total } = invoice.price;
    const used = money(Math.min(left.amount, total.amount), total.currency);
    if (invoice.invoiceId === invoiceId) return { credit: used, toPay: subtract(total, used) };
    left = subtract(left, used);
  }
  return undefined;
}
