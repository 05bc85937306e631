import type { Licence } from '../../../domain/licence.ts';
import { money, type Money, subtract } from '../../../domain/money.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { Bill, Cover, Settlement } from './content.ts';
import { type History, invoiceIssued } from './history.ts';
import { coverOf } from './offers.ts';

/** An invoice of the licence, paid, void or as much of it open as credit leaves. */
export function billOf(plan: Plan, history: History, invoiceId: string): Bill {
  const { date, payBy, price, purpose } = invoiceIssued(history, invoiceId);
  const cover: Cover = purpose.order
    ? coverOf(plan, history.then, purpose.kind, purpose.years, payBy)
    : { kind: 'period', from: purpose.charge.from, to: purpose.charge.to };
  const settlement = settlementOf(history, invoiceId);
  return { invoiceId, issuedOn: date, payBy, price, cover, isOrder: purpose.order, settlement };
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
