import type { Event, EventOf } from '../licence/events.ts';
import { evolve } from '../evolve.ts';
import type { Licence } from '../licence/licence.ts';
import { add, money, type Money, subtract } from '../billing/money.ts';

/** A payment in a journal, with the id that it has there or by its place. */
interface NamedPayment {
  readonly paymentId: string;
  readonly amount: Money;
}

/** All payments of a journal, oldest first. */
export function paymentsIn(journal: readonly Event[]): readonly NamedPayment[] {
  return journal
    .filter((event) => event.type === 'PaymentRecorded')
    .map(({ licenceId, paymentId, amount }, index) => {
      return { paymentId: paymentId ?? `${licenceId}-P${index + 1}`, amount };
    });
}

/** The ids of the payments that were reversed. */
export function reversedIn(journal: readonly Event[]): ReadonlySet<string> {
  return new Set(
    journal.filter((event) => event.type === 'PaymentReversed').map(({ paymentId }) => paymentId),
  );
}

export function invoiceIn(
  journal: readonly Event[],
  invoiceId: string,
): EventOf<'InvoiceIssued'> | undefined {
  return journal
    .filter((event) => event.type === 'InvoiceIssued')
    .findLast((event) => event.invoiceId === invoiceId);
}

export function creditNotesOf(
  journal: readonly Event[],
  invoiceId: string,
): readonly EventOf<'CreditNoteIssued'>[] {
  return journal
    .filter((event) => event.type === 'CreditNoteIssued')
    .filter((event) => event.invoiceId === invoiceId);
}

/** The invoices that are paid as a journal ends, in the order of their payment, each with the place of its payment. */
export function paidIn(journal: readonly Event[]): readonly EventOf<'InvoicePaid'>[] {
  const paid = new Map<string, EventOf<'InvoicePaid'>>();
  for (const event of journal) {
    if (event.type === 'InvoicePaid') paid.set(event.invoiceId, event);
    else if (event.type === 'InvoiceReopened') paid.delete(event.invoiceId);
  }
  return [...paid.values()];
}

/** The licence as some events from its registration on leave it. */
export function replay(events: readonly Event[]): Licence {
  const licence = events.reduce<Licence | undefined>(evolve, undefined);
  if (licence === undefined) throw new RangeError('the journal is empty');
  return licence;
}

/**
 * Whether refunds have paid out all of a payment. Payments are used in their order: by what paid invoices keep of them,
 * and by refunds, in the order of the journal.
 */
export function isUsedUpByRefunds(journal: readonly Event[], paymentId: string): boolean {
  const reversed = reversedIn(journal);
  const uses = usesIn(journal);
  for (const payment of paymentsIn(journal).filter((each) => !reversed.has(each.paymentId))) {
    let left = payment.amount;
    let refunded = money(0, left.currency);
    for (let [use] = uses; use !== undefined && left.amount > 0; [use] = uses) {
      const taken = money(Math.min(left.amount, use.amount.amount), left.currency);
      left = subtract(left, taken);
      if (use.by === 'refund') refunded = add(refunded, taken);
      use.amount = subtract(use.amount, taken);
      if (use.amount.amount <= 0) uses.shift();
    }
    if (payment.paymentId === paymentId) return refunded.amount === payment.amount.amount;
  }
  return false;
}

interface Use {
  readonly by: 'refund' | 'invoice';
  amount: Money;
}

/** What payments are used for as a journal ends: invoices less what credit notes gave back of them, and refunds. */
function usesIn(journal: readonly Event[]): Use[] {
  const paid = new Set(paidIn(journal));
  return journal.flatMap((event): Use[] => {
    if (event.type === 'RefundRecorded') return [{ by: 'refund', amount: event.amount }];
    if (event.type !== 'InvoicePaid' || !paid.has(event)) return [];
    return [{ by: 'invoice', amount: keptOf(journal, event) }];
  });
}

/** What a paid invoice keeps of what was paid for it: credit notes since then gave the rest back. */
export function keptOf(journal: readonly Event[], paid: EventOf<'InvoicePaid'>): Money {
  return creditNotesOf(journal.slice(journal.indexOf(paid)), paid.invoiceId)
    .map(({ total }) => total)
    .reduce(subtract, paid.total);
}
