import { addDays, addMonths, type CivilDate, laterOf } from '../calendar.ts';
import { type Invoice, type Licence, openOrder, type Term } from '../licence/licence.ts';
import type { Plan, Reminder } from '../plan/plan.ts';
import { isDunned, payByOf } from '../receivables/owed.ts';

/** A reminder that has neither gone out nor been skipped. */
export interface PendingReminder {
  readonly on: CivilDate;
  /** Its key in the journal, such as `expiry-30`. */
  readonly reminder: string;
  readonly kind: Reminder['kind'];
  /** The invoice that it asks to pay; unset where it is about the term. */
  readonly invoiceId?: string;
}

/** All reminders that a licence is still to get for its current term and its open invoices. */
export function pendingReminders(plan: Plan, licence: Licence): readonly PendingReminder[] {
  const { standing } = licence;
  if (standing.status !== 'active') return [];
  const ofTerm =
    standing.cancelledTo === undefined && openOrder(licence) === undefined
      ? plan.reminders.flatMap((reminder) => ofTermEnd(plan, reminder, standing.term))
      : [];
  const ofInvoices = licence.invoices
    .filter(isDunned)
    .flatMap((invoice) => plan.reminders.flatMap((reminder) => ofInvoice(plan, licence, reminder, invoice)));
  return [...ofTerm, ...ofInvoices];
}

/** The keys of the reminders to pay that come before the last: they do not go out a second time. */
export function earlierPaymentReminders(plan: Plan): readonly string[] {
  return plan.reminders
    .filter(({ kind }) => kind === 'payment' || kind === 'final-notice')
    .map((reminder) => keyOf(plan, reminder))
    .filter((key) => key !== 'final-notice');
}

/** Whether two reminders are of one series, of which only the latest due goes out (docs/rules.md §8.4). */
export function sameSeries(a: PendingReminder, b: PendingReminder): boolean {
  return a.invoiceId === b.invoiceId && (a.invoiceId !== undefined || a.kind === b.kind);
}

/** By its kind and day in the plan. Of several final notices the last has the kind alone. */
function keyOf({ reminders }: Plan, reminder: Reminder): string {
  switch (reminder.kind) {
    case 'expiry':
    case 'renewal':
      return `${reminder.kind}-${reminder.daysBeforeEnd}`;
    case 'payment':
      return `payment-${reminder.daysAfterInvoice}`;
    case 'final-notice': {
      const days = reminder.daysBeforePayBy;
      const isLast = reminders.every(
        (other) => other.kind !== 'final-notice' || other.daysBeforePayBy >= days,
      );
      return isLast ? 'final-notice' : `final-notice-${days}`;
    }
  }
}

function ofTermEnd(plan: Plan, reminder: Reminder, term: Term): readonly PendingReminder[] {
  if (reminder.kind !== 'expiry' && reminder.kind !== 'renewal') return [];
  const key = keyOf(plan, reminder);
  if (term.reminded.includes(key) || (reminder.kind === 'expiry' && isTooShort(reminder, term))) return [];
  return [{ on: addDays(term.ends, -reminder.daysBeforeEnd), reminder: key, kind: reminder.kind }];
}

function isTooShort(reminder: Extract<Reminder, { kind: 'expiry' }>, term: Term): boolean {
  if (reminder.shortestTermMonths === undefined) return false;
  return addDays(addMonths(term.starts, reminder.shortestTermMonths), -1) > term.ends;
}

/** Through the last day of a hold none goes out (docs/rules.md §4.19). */
function ofInvoice(
  plan: Plan,
  licence: Licence,
  reminder: Reminder,
  invoice: Invoice,
): readonly PendingReminder[] {
  const { invoiceId } = invoice;
  const { kind } = reminder;
  if (kind !== 'payment' && kind !== 'final-notice') return [];
  const key = keyOf(plan, reminder);
  if (invoice.reminded.includes(key)) return [];
  const on =
    kind === 'payment'
      ? addDays(invoice.issuedOn, reminder.daysAfterInvoice)
      : addDays(payByOf(licence, invoice), -reminder.daysBeforePayBy);
  const { hold } = licence;
  const held = hold === undefined ? on : laterOf(on, addDays(hold.until, 1));
  return [{ on: held, reminder: key, kind, invoiceId }];
}
