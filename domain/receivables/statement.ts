import { type Money, money, subtract } from '../billing/money.ts';
import { evolve } from '../evolve.ts';
import type { Event } from '../licence/events.ts';
import type { Licence } from '../licence/licence.ts';
import { owedInAll } from './owed.ts';

/** An event that changed what a customer owes for a licence. */
export interface StatementEntry {
  readonly event: Event;
  /** Gross: above zero it was charged, below zero it was paid, credited or voided. */
  readonly amount: Money;
}

/**
 * What changed the balance of a licence, oldest first: what is to be paid of its open invoices less its credit. The
 * amounts add up to the balance as the journal ends, whatever the events are: an invoice that is paid out of a payment
 * changes nothing, the payment did.
 */
export function statementOf(journal: readonly Event[]): readonly StatementEntry[] {
  const entries: StatementEntry[] = [];
  let licence: Licence | undefined;
  for (const event of journal) {
    const after = evolve(licence, event);
    const before = licence === undefined ? money(0, after.credit.currency) : balanceOf(licence);
    const amount = subtract(balanceOf(after), before);
    if (amount.amount !== 0) entries.push({ event, amount });
    licence = after;
  }
  return entries;
}

/** What a customer owes for a licence; below zero where there is credit. */
function balanceOf(licence: Pick<Licence, 'invoices' | 'credit'>): Money {
  return subtract(owedInAll(licence), licence.credit);
}
