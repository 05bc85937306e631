import { due, type DueAction, firstPayBy } from '../../domain/agenda.ts';
import { addDays, type CivilDate, civilDate, earlierOf } from '../../domain/calendar.ts';
import { type Licence, openOrder } from '../../domain/licence.ts';
import { add, money, type Money, subtract } from '../../domain/money.ts';
import type { Plan } from '../../domain/plan.ts';
import { lastDayToCancel } from '../../domain/terms.ts';
import { inFigures } from '../amounts.ts';

/** Something that the runs will do to a licence if nothing else happens to it, and what would change that. */
export interface Prospect {
  readonly on: CivilDate;
  readonly what: string;
  readonly because: string;
  /** Unset where nothing that customers or operators do would. */
  readonly unless?: string | undefined;
}

const forEver = civilDate('9999-12-31');

/** What lies ahead of a licence as it stands, by day. */
export function outlookOf(plan: Plan, licence: Licence): readonly Prospect[] {
  return due(plan, licence, forEver)
    .map((action) => {
      const { on, because } = action;
      return { on, because, ...prospectOf(plan, licence, action) };
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

function prospectOf(plan: Plan, licence: Licence, action: DueAction): Pick<Prospect, 'what' | 'unless'> {
  const dayBefore = addDays(action.on, -1);
  switch (action.step) {
    case 'expire':
      return action.what === 'quote'
        ? { what: `quote ${action.quoteId} expires`, unless: `it is accepted by ${dayBefore}` }
        : { what: `order ${action.invoiceId} is voided`, unless: `it is paid by ${dayBefore}` };
    case 'lapse':
      return { what: 'maintenance lapses', unless: whatKeepsCover(plan, licence, dayBefore) };
    case 'auto-renew':
      return { what: 'the next term starts', unless: whatStopsRenewal(plan, licence) };
    case 'issue-invoice':
      return { what: `the ${action.charge.kind} charge of the term from ${action.charge.from} is invoiced` };
    case 'quote':
      return { what: 'a quote for renewal goes out', unless: 'renewal is cancelled' };
    case 'remind':
      return { what: `reminder ${action.reminder.reminder} goes out`, unless: whatStopsReminder(action) };
  }
}

/** Unpaid invoices come first; else the end of cover that only an order, or taking a cancellation back, puts off. */
function whatKeepsCover(plan: Plan, licence: Licence, lastDay: CivilDate): string {
  if (firstPayBy(licence) === lastDay) return `${inFigures(openBy(licence, lastDay))} is paid by ${lastDay}`;
  if (plan.renewal.mode === 'automatic') return `renewal is resumed by ${lastDay}`;
  const order = openOrder(licence);
  if (order !== undefined) return `order ${order.invoiceId} is paid by ${order.payBy}`;
  const { quote } = licence;
  if (quote !== undefined)
    return `quote ${quote.quoteId} is accepted by ${earlierOf(quote.validUntil, lastDay)} and its order paid`;
  return `a quote is asked for, accepted by ${lastDay} and its order paid`;
}

/** What is to be paid so that no charge is left that is payable by a day: credit goes to the oldest invoices first. */
function openBy({ invoices, credit }: Licence, lastDay: CivilDate): Money {
  const last = invoices.findLastIndex((invoice) => !invoice.purpose.order && invoice.payBy <= lastDay);
  const owed = invoices
    .slice(0, last + 1)
    .reduce((sum, { price }) => add(sum, price.total), money(0, credit.currency));
  return subtract(owed, credit);
}

function whatStopsRenewal(plan: Plan, { standing }: Licence): string | undefined {
  if (standing.status !== 'active') return undefined;
  if (standing.cancelledTo !== undefined) return undefined;
  return `renewal is cancelled by ${lastDayToCancel(plan, standing.term)}`;
}

function whatStopsReminder({ reminder }: Extract<DueAction, { step: 'remind' }>): string {
  switch (reminder.kind) {
    case 'expiry':
      return 'the next term is ordered or renewal is cancelled before';
    case 'renewal':
      return 'renewal is cancelled before';
    case 'payment':
    case 'final-notice':
      return `invoice ${reminder.invoiceId ?? ''} is paid before`;
  }
}
