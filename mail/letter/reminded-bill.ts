import type { EventOf } from '../../domain/licence/events.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type Bill, billOf } from '../../wording/facts/bill.ts';
import type { JournalHistory } from '../../wording/facts/history.ts';

/** The invoice that a reminder asks to pay. Throws if it names none. */
export function remindedBill(
  plan: Plan,
  history: JournalHistory,
  { reminder, invoiceId }: EventOf<'ReminderIssued'>,
): Bill {
  if (invoiceId === undefined) throw new Error(`reminder ${reminder} names no invoice`);
  return billOf(plan, history, invoiceId);
}
