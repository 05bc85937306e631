import { type JournalDraft, record } from '../licence/journal-draft.ts';
import type { Event, EventOf } from '../licence/events.ts';
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

/** The payment of this id in a licence's journal: it is not decided a second time. */
export function recordedPayment(
  journal: readonly Event[],
  paymentId: string,
): EventOf<'PaymentRecorded'> | undefined {
  return journal
    .filter((event) => event.type === 'PaymentRecorded')
    .find((event) => event.paymentId === paymentId);
}

/** Records a payment, always where it is positive. */
export function pay(plan: Plan, before: JournalDraft, { amount, paymentId }: Payment): Answer {
  const draft = voidIfTooLate(before);
  const paid = amount ?? allThatIsOpen(draft.licence);
  if (paid.amount <= 0) {
    const why = amount === undefined ? 'nothing is open' : `a payment of ${amount.amount} is not positive`;
    return refuse(draft, why);
  }
  const because = 'the customer paid';
  return settle(plan, record(draft, { type: 'PaymentRecorded', amount: paid, paymentId, because }));
}

/** An order whose price is reckoned to a day is not for payments after it. */
function voidIfTooLate(before: JournalDraft): JournalDraft {
  return before.licence.invoices.reduce((draft, invoice) => {
    const lastDay = invoice.purpose.order ? invoice.purpose.lastDay : undefined;
    if (lastDay === undefined || draft.on <= lastDay) return draft;
    return record(draft, {
      type: 'InvoiceVoided',
      invoiceId: invoice.invoiceId,
      because: orderIsOver(invoice),
    });
  }, before);
}

/** What is to be paid: all open invoices less credit; not positive where credit covers them. */
export function allThatIsOpen({ invoices, credit }: Licence): Money {
  const open = invoices.reduce((sum, invoice) => add(sum, invoice.price.total), { ...credit, amount: 0 });
  return subtract(open, credit);
}
