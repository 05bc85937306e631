import type { CivilDate } from '../calendar.ts';
import { add, type Money, money, subtract } from '../billing/money.ts';
import type { Event } from '../licence/events.ts';
import { journalDraft } from '../licence/journal-draft.ts';
import type { Licence } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import { invoiceIn } from '../receivables/history.ts';
import { owedOf } from '../receivables/owed.ts';
import { pay } from './payment.ts';

/** A line of a shared invoice, and what it takes to pay it in full: nothing where it is settled. */
export interface PayableLine {
  readonly licenceId: string;
  readonly needed: Money;
}

/** What of a payment goes to a licence. */
export interface PartOfPayment {
  readonly licenceId: string;
  readonly amount: Money;
}

/**
 * Divides a payment among the lines of a shared invoice, in their order: each is paid in full until one cannot be; the rest
 * is credit of the licence of that line, or of the last line where all are paid (docs/rules.md §4.23).
 * @param lines at least one
 * @param recorded what it gave to licences already, where it was interrupted: they get nothing more
 */
export function partsOfPayment(
  lines: readonly PayableLine[],
  amount: Money,
  recorded: ReadonlyMap<string, Money> = new Map(),
): readonly PartOfPayment[] {
  const parts = new Map<string, Money>();
  const give = (licenceId: string, some: Money) => {
    const before = parts.get(licenceId);
    parts.set(licenceId, before === undefined ? some : add(before, some));
  };
  let left = [...recorded.values()].reduce(subtract, amount);
  for (const { licenceId, needed } of lines) {
    if (left.amount <= 0) break;
    if (needed.amount <= 0 || recorded.has(licenceId)) continue;
    const given = needed.amount <= left.amount ? needed : left;
    give(licenceId, given);
    left = subtract(left, given);
  }
  const last = lines.at(-1);
  if (left.amount > 0 && last !== undefined && !recorded.has(last.licenceId)) give(last.licenceId, left);
  return [...parts].map(([licenceId, given]) => ({ licenceId, amount: given }));
}

/** An invoice of a licence that a payment names, with all that is known of the licence. */
export interface NamedInvoice {
  readonly plan: Plan;
  readonly licence: Licence;
  readonly journal: readonly Event[];
  readonly invoiceId: string;
}

/**
 * What it takes to pay an invoice in full on a day, less the credit of its licence. One that a lapse voided takes its total
 * where that reverses the lapse (docs/rules.md §6.7). Nothing where it cannot be paid any more.
 * @param before what other lines of the same licence need before it
 */
export function neededFor(
  { plan, licence, journal, invoiceId }: NamedInvoice,
  { on, received }: { readonly on: CivilDate; readonly received?: CivilDate | undefined },
  before: Money,
): Money {
  const { credit, invoices } = licence;
  const nothing = money(0, credit.currency);
  const left = credit.amount > before.amount ? subtract(credit, before) : nothing;
  const open = invoices.find((invoice) => invoice.invoiceId === invoiceId);
  if (open !== undefined) return positive(subtract(owedOf(open), left));
  const issued = invoiceIn(journal, invoiceId);
  const needed = issued === undefined ? nothing : subtract(issued.total, left);
  const paid = pay(plan, journalDraft(licence, on, journal), {
    activity: 'payment',
    amount: needed,
    received,
    document: invoiceId,
  });
  if ('refused' in paid) return nothing;
  const isPaid = paid.events.some((event) => event.type === 'InvoicePaid' && event.invoiceId === invoiceId);
  return isPaid ? needed : nothing;
}

function positive(amount: Money): Money {
  return amount.amount > 0 ? amount : { ...amount, amount: 0 };
}
