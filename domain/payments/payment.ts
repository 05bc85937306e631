import { type JournalDraft, record } from '../licence/journal-draft.ts';
import type { Event, EventOf } from '../licence/events.ts';
import type { CivilDate } from '../calendar.ts';
import type { Licence } from '../licence/licence.ts';
import { formatMoney, type Money, mostGiven, mostGivenInWords, subtract } from '../billing/money.ts';
import { isOrder, owedInAll, owedOf } from '../receivables/owed.ts';
import { reverseLapse } from '../receivables/reverse-lapse.ts';
import { orderIsOver } from '../billing/reasons.ts';
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
  /** The day on which the money arrived; unset: the day of the payment. */
  readonly received?: CivilDate | undefined;
  /** The id of the invoice that it names: that one is paid before all others. */
  readonly document?: string | undefined;
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

/**
 * Records a payment, always where it is positive. One whose money had arrived before the licence lapsed may take the
 * lapse back (docs/rules.md §6.7).
 */
export function pay(plan: Plan, before: JournalDraft, payment: Payment): Answer {
  const { document, received = before.on } = payment;
  if (received > before.on)
    return refuse(before, `${received} is later than ${before.on}, the day of the payment`);
  const unknown = document === undefined ? undefined : whyNoDocument(before.licence, document);
  if (unknown !== undefined) return refuse(before, unknown);
  const draft = voidIfTooLate(before);
  const amount = payment.amount ?? openOf(draft.licence, document);
  const refusal = payment.amount === undefined ? undefined : whyNotTaken(draft.licence, amount);
  if (refusal !== undefined) return refuse(draft, refusal);
  if (amount.amount <= 0) return refuse(draft, 'nothing is open');
  const { facts, paymentsRecorded } = draft.licence;
  const paid = record(draft, {
    type: 'PaymentRecorded',
    amount,
    paymentId: payment.paymentId ?? `${facts.licenceId}-P${paymentsRecorded + 1}`,
    received,
    invoiceId: document,
    because: 'the customer paid',
  });
  return reverseLapse(plan, paid, received, document) ?? settle(plan, paid, document);
}

/** Invoices are numbered without gaps: their count says which there are. */
function whyNoDocument({ facts, invoicesIssued }: Licence, document: string): string | undefined {
  const prefix = `${facts.licenceId}-I`;
  const number = Number(document.slice(prefix.length));
  const isNumber = Number.isInteger(number) && document === `${prefix}${number}`;
  if (isNumber && number >= 1 && number <= invoicesIssued) return undefined;
  return `the licence has no invoice ${document}`;
}

/** What is to be paid of the invoice that a payment names, or of all, less credit. */
function openOf(licence: Licence, document: string | undefined): Money {
  if (document === undefined) return allThatIsOpen(licence);
  const invoice = licence.invoices.find(({ invoiceId }) => invoiceId === document);
  return invoice === undefined ? { ...licence.credit, amount: 0 } : subtract(owedOf(invoice), licence.credit);
}

/** Below it, credit stays exact whatever is added to it at once. */
const mostCredit = 100 * mostGiven;

function whyNotTaken({ credit }: Licence, amount: Money): string | undefined {
  if (amount.currency !== credit.currency)
    return `the payment is in ${amount.currency}, and the licence is charged in ${credit.currency}`;
  if (!Number.isInteger(amount.amount)) return 'a payment is a whole number of minor units';
  if (amount.amount <= 0) return `a payment of ${formatMoney(amount)} is not positive`;
  if (amount.amount > mostGiven) return `a payment is at most ${mostGivenInWords(credit.currency)}`;
  if (credit.amount > mostCredit) return `the credit is ${formatMoney(credit)}: it cannot be more`;
  return undefined;
}

/** An order whose price is calculated to a day cannot be paid after it. */
function voidIfTooLate(before: JournalDraft): JournalDraft {
  return before.licence.invoices.reduce((draft, invoice) => {
    const lastDay = invoice.purpose.order && isOrder(invoice) ? invoice.purpose.lastDay : undefined;
    if (lastDay === undefined || draft.on <= lastDay) return draft;
    return record(draft, {
      type: 'InvoiceVoided',
      invoiceId: invoice.invoiceId,
      because: orderIsOver(invoice),
    });
  }, before);
}

/** What is to be paid: all open invoices less credit; not positive where credit covers them. */
export function allThatIsOpen(licence: Licence): Money {
  return subtract(owedInAll(licence), licence.credit);
}
