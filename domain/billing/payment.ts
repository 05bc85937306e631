import { type JournalDraft, record } from '../licence/journal-draft.ts';
import type { Event, EventOf } from '../licence/events.ts';
import type { Licence } from '../licence/licence.ts';
import { add, formatMoney, type Money, mostGiven, subtract } from './money.ts';
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
  const refusal = amount === undefined ? undefined : whyNotTaken(draft.licence, amount);
  if (refusal !== undefined) return refuse(draft, refusal);
  if (paid.amount <= 0) return refuse(draft, 'nothing is open');
  const because = 'the customer paid';
  return settle(plan, record(draft, { type: 'PaymentRecorded', amount: paid, paymentId, because }));
}

/** Below it, credit stays exact whatever is added to it at once. */
const mostCredit = 100 * mostGiven;

function whyNotTaken({ credit }: Licence, amount: Money): string | undefined {
  if (amount.currency !== credit.currency)
    return `the payment is in ${amount.currency}, and the licence is charged in ${credit.currency}`;
  if (!Number.isInteger(amount.amount)) return 'a payment is a whole number of minor units';
  if (amount.amount <= 0) return `a payment of ${formatMoney(amount)} is not positive`;
  const most = { amount: mostGiven, currency: credit.currency };
  if (amount.amount > mostGiven) return `a payment is at most ${formatMoney(most)}`;
  if (credit.amount > mostCredit) return `the credit is ${formatMoney(credit)}: it cannot be more`;
  return undefined;
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
