import { type CivilDate, addMonths, civilDate } from '../../domain/calendar.ts';
import type { Behaviour } from '../../domain/forecast.ts';
import type { Event } from '../../domain/licence/events.ts';
import { add, money, type Money } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** What a plan's licences come to in a month: how often, and how much of money (gross). */
export interface Tally {
  /** `2026-01`. */
  readonly month: string;
  readonly planId: string;
  readonly renewed: number;
  readonly lapsed: number;
  readonly reminders: number;
  readonly quotes: number;
  readonly invoices: number;
  readonly invoiced: Money;
  readonly paid: Money;
}

/** What plans' licences come to, month by month, for each way in which customers may behave. */
export type Forecast = Readonly<Record<Behaviour, readonly Tally[]>>;

/** Adds up events month by month for each of `plans`; a month without any has its row of zeros. */
export class Tallies {
  readonly #rows: Map<string, Tally>;

  constructor(plans: readonly Plan[], from: CivilDate, to: CivilDate) {
    const months = monthsBetween(from, to);
    this.#rows = new Map(
      plans.flatMap(({ id, currency }) =>
        months.map((month) => [`${id} ${month}`, nothing(month, id, currency)]),
      ),
    );
  }

  /** Counts what happens to a licence of a plan. Throws where an event lies outside the months. */
  add(planId: string, events: readonly Event[]): void {
    for (const event of events) {
      const key = `${planId} ${monthOf(event.date)}`;
      const row = this.#rows.get(key);
      if (row === undefined) throw new RangeError(`${event.type} of ${event.date} lies outside the forecast`);
      this.#rows.set(key, counted(row, event));
    }
  }

  /** Plan by plan, month by month. */
  get rows(): readonly Tally[] {
    return [...this.#rows.values()];
  }
}

function counted(row: Tally, event: Event): Tally {
  const { type } = event;
  if (type === 'TermStarted' && event.basis === 'renewal') return { ...row, renewed: row.renewed + 1 };
  if (type === 'MaintenanceLapsed') return { ...row, lapsed: row.lapsed + 1 };
  if (type === 'ReminderIssued') return { ...row, reminders: row.reminders + 1 };
  if (type === 'QuoteIssued') return { ...row, quotes: row.quotes + 1 };
  if (type === 'InvoiceIssued')
    return { ...row, invoices: row.invoices + 1, invoiced: add(row.invoiced, event.total) };
  if (type === 'PaymentRecorded') return { ...row, paid: add(row.paid, event.amount) };
  return row;
}

function nothing(month: string, planId: string, currency: string): Tally {
  const none = money(0, currency);
  return {
    month,
    planId,
    renewed: 0,
    lapsed: 0,
    reminders: 0,
    quotes: 0,
    invoices: 0,
    invoiced: none,
    paid: none,
  };
}

function monthsBetween(from: CivilDate, to: CivilDate): readonly string[] {
  const months: string[] = [];
  for (let month = civilDate(`${monthOf(from)}-01`); month <= to; month = addMonths(month, 1))
    months.push(monthOf(month));
  return months;
}

function monthOf(date: CivilDate): string {
  return date.slice(0, 7);
}
