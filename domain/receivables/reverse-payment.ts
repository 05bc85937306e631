import { formatMoney, subtract } from '../billing/money.ts';
import { settle } from '../payments/settle.ts';
import { addDays, laterOf } from '../calendar.ts';
import { earlierPaymentReminders } from '../cover/reminders.ts';
import { type Answer, refuse } from '../licence/answer.ts';
import { type JournalDraft, journalOf, record } from '../licence/journal-draft.ts';
import type { Event, EventOf } from '../licence/events.ts';
import { chargeOf, type Invoice } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import { isUsedUpByRefunds, keptOf, paidIn, paymentsIn, replay, reversedIn } from './history.ts';

export interface ReversePayment {
  readonly activity: 'reverse-payment';
  readonly paymentId: string;
  readonly reason: string;
}

/**
 * Takes a payment back that was mistyped, bounced or charged back. While the credit is below zero, the invoice paid last
 * is open again and gives back what it keeps of it (docs/rules.md §4.15).
 */
export function reversePayment(
  plan: Plan,
  before: JournalDraft,
  { paymentId, reason }: ReversePayment,
): Answer {
  const journal = journalOf(before);
  const payment = paymentsIn(journal).find((each) => each.paymentId === paymentId);
  if (payment === undefined) return refuse(before, `the licence has no payment ${paymentId}`);
  if (reversedIn(journal).has(paymentId)) return refuse(before, `payment ${paymentId} is reversed already`);
  if (isUsedUpByRefunds(journal, paymentId)) {
    return refuse(before, `a refund has used up payment ${paymentId}`);
  }
  const { amount } = payment;
  const because = `payment ${paymentId} of ${formatMoney(amount)} is taken back`;
  let draft = record(before, { type: 'PaymentReversed', paymentId, amount, reason, because });
  while (draft.licence.credit.amount < 0) {
    const paid = paidLast(journalOf(draft));
    if (paid === undefined) return refuse(before, `a refund has used up money of payment ${paymentId}`);
    draft = reopen(plan, draft, paid);
  }
  return settle(plan, draft);
}

/** One that was credited in full since it was paid is owed no more. */
function paidLast(journal: readonly Event[]): EventOf<'InvoicePaid'> | undefined {
  return paidIn(journal).findLast((paid) => keptOf(journal, paid).amount > 0);
}

function reopen(plan: Plan, draft: JournalDraft, paid: EventOf<'InvoicePaid'>): JournalDraft {
  const { invoiceId } = paid;
  const journal = journalOf(draft);
  const then = replay(journal.slice(0, journal.indexOf(paid)));
  const invoice = then.invoices.find((each) => each.invoiceId === invoiceId);
  if (invoice === undefined) throw new Error(`invoice ${invoiceId} was paid and had not been open`);
  const payBy = laterOf(invoice.payBy, addDays(draft.on, plan.receivables.reopenedPayableDays));
  const fulfilled = chargeOf(invoice) === undefined ? fulfilledBy(invoice, paid, journal) : undefined;
  const paysForCover = chargeOf(invoice) !== undefined || fulfilled?.paidThrough !== undefined;
  return record(draft, {
    type: 'InvoiceReopened',
    invoiceId,
    payBy,
    invoice: {
      ...invoice,
      ...creditedSince(journal, paid, invoice),
      payBy,
      fulfilled,
      reminded: [...earlierPaymentReminders(plan)],
    },
    paidThrough: paysForCover ? then.paidThrough : undefined,
    because: `the credit of ${formatMoney(draft.licence.credit)} takes back what paid it`,
  });
}

/** What credit notes gave back while it was paid was money that has gone: it is less to pay of it now, and no credit. */
function creditedSince(
  journal: readonly Event[],
  paid: EventOf<'InvoicePaid'>,
  { price }: Invoice,
): Pick<Invoice, 'credited'> {
  const credited = subtract(price.total, keptOf(journal, paid));
  return credited.amount === 0 ? {} : { credited };
}

/** What an order has started, or a change has made so, stays: the order is owed like a charge from now on. */
export function fulfilledBy(
  invoice: Pick<Invoice, 'purpose' | 'fulfilled'>,
  paid: EventOf<'InvoicePaid'>,
  journal: readonly Event[],
): NonNullable<Invoice['fulfilled']> {
  if (invoice.fulfilled !== undefined) return invoice.fulfilled;
  if (!invoice.purpose.order || invoice.purpose.kind === 'expansion') return {};
  const started = journal.slice(journal.indexOf(paid)).find((event) => event.type === 'TermStarted');
  return { paidThrough: started?.ends };
}
