import { type Chronicle, tell } from '../licence/journal-draft.ts';
import type { Event } from '../licence/events.ts';
import type { Licence } from '../licence/licence.ts';
import { add, type Money, subtract } from './money.ts';
import { orderIsOver } from './reasons.ts';
import type { Plan } from '../plan/plan.ts';
import { settle } from './settle.ts';
import { type Answer, refuse } from '../licence/answer.ts';

/** A payment of a licence. */
export interface Payment {
  readonly activity: 'payment';
  /** Unset: all that is open, less credit. */
  readonly amount?: Money | undefined;
  /** What the vendor's payment system calls it. */
  readonly paymentId?: string | undefined;
}

/** Whether a licence's journal has a payment already: it is not decided a second time then. */
export function isRecorded(journal: readonly Event[], paymentId: string): boolean {
  return journal.some((event) => event.type === 'PaymentRecorded' && event.paymentId === paymentId);
}

/** Records a payment, always where it is positive. */
export function pay(plan: Plan, before: Chronicle, { amount, paymentId }: Payment): Answer {
  const so = voidIfTooLate(before);
  const paid = amount ?? allThatIsOpen(so.licence);
  if (paid.amount <= 0) {
    const why = amount === undefined ? 'nothing is open' : `a payment of ${amount.amount} is not positive`;
    return refuse(so, why);
  }
  const because = 'the customer paid';
  return settle(plan, tell(so, { type: 'PaymentRecorded', amount: paid, paymentId, because }));
}

/** An order whose price is reckoned to a day is not for payments after it. */
function voidIfTooLate(before: Chronicle): Chronicle {
  return before.licence.invoices.reduce((so, invoice) => {
    const lastDay = invoice.purpose.order ? invoice.purpose.lastDay : undefined;
    if (lastDay === undefined || so.on <= lastDay) return so;
    return tell(so, { type: 'InvoiceVoided', invoiceId: invoice.invoiceId, because: orderIsOver(invoice) });
  }, before);
}

/** What is to be paid: all open invoices less credit; not positive where credit covers them. */
export function allThatIsOpen({ invoices, credit }: Licence): Money {
  const open = invoices.reduce((sum, invoice) => add(sum, invoice.price.total), { ...credit, amount: 0 });
  return subtract(open, credit);
}
