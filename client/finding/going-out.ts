import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { Money } from '../../domain/billing/money.ts';
import { forecast } from '../../domain/forecast.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { owedOf } from '../../domain/receivables/owed.ts';
import type { Days } from '../../domain/time/days.ts';

/** Something that a run will do for a licence. */
export interface GoingOut {
  readonly date: CivilDate;
  readonly licenceId: string;
  readonly planId: string;
  readonly customerId: string;
  /** What it is, such as `invoice (renewal)`. */
  readonly what: string;
  /** Gross: what an invoice asks for, or is open of it, or a quote offers, by its years. */
  readonly amounts: readonly { readonly years?: number | undefined; readonly total: Money }[];
  /** The last day for paying the invoice, or accepting the quote. */
  readonly until?: CivilDate | undefined;
}

/**
 * What the runs of some days will do for a licence if nobody acts, by the rules of the daily run.
 * @param from the first day whose run is still to come; what is overdue is done by it
 */
export function goingOut(plan: Plan, licence: Licence, from: CivilDate, days: Days): readonly GoingOut[] {
  const { licenceId, planId, customerId } = licence.facts;
  const owed = new Map(licence.invoices.map((invoice) => [invoice.invoiceId, owedOf(invoice)]));
  return forecast(plan, licence, from, days.to, 'nobody-acts').flatMap((event) => {
    if (event.type === 'InvoiceIssued') owed.set(event.invoiceId, event.total);
    const done = doneBy(event, owed);
    return done === undefined || event.date < days.from
      ? []
      : [{ date: event.date, licenceId, planId, customerId, ...done }];
  });
}

type Done = Pick<GoingOut, 'what' | 'amounts' | 'until'>;

/** What an event of a run is for whoever asks what goes out; undefined where it is no news. */
function doneBy(event: Event, owed: ReadonlyMap<string, Money>): Done | undefined {
  const { type } = event;
  if (type === 'InvoiceIssued')
    return { what: `invoice (${event.kind})`, amounts: [{ total: event.total }], until: event.payBy };
  if (type === 'QuoteIssued') {
    const amounts = event.options.map(({ years, total }) => ({ years, total }));
    return { what: `quote (${event.kind})`, amounts, until: event.validUntil };
  }
  if (type === 'ReminderIssued')
    return { what: `reminder ${event.reminder}`, amounts: owedFor(event.invoiceId, owed) };
  if (type === 'TermStarted') return { what: `renewal to ${event.ends}`, amounts: [] };
  if (type === 'MaintenanceLapsed') return { what: `lapse (${event.reason})`, amounts: [] };
  if (type === 'QuoteExpired') return { what: `quote ${event.quoteId} expires`, amounts: [] };
  if (type === 'InvoiceVoided')
    return { what: `invoice ${event.invoiceId} is voided`, amounts: owedFor(event.invoiceId, owed) };
  return undefined;
}

function owedFor(invoiceId: string | undefined, owed: ReadonlyMap<string, Money>): Done['amounts'] {
  const total = invoiceId === undefined ? undefined : owed.get(invoiceId);
  return total === undefined ? [] : [{ total }];
}
