import { due, type DueAction, firstPayBy } from '../../domain/agenda.ts';
import { addDays, type CivilDate, laterOf } from '../../domain/calendar.ts';
import { isDunned, owedOf, payByOf } from '../../domain/receivables/owed.ts';
import { type Invoice, type Licence, openOrder } from '../../domain/licence/licence.ts';
import { add, formatMoney, money, type Money, subtract } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { lastDayToCancel } from '../../domain/cover/terms.ts';

/** Something that a customer can do by a day, that day included. */
export type Remedy = { readonly by: CivilDate } & (
  | { readonly do: 'pay'; readonly amount: Money; readonly invoiceId: string }
  | { readonly do: 'accept-quote'; readonly quoteId: string }
  /** Accepts the quote and pays its order; `quoteId` unset: asks for one before. */
  | { readonly do: 'renew'; readonly quoteId?: string | undefined }
  | { readonly do: 'renew-or-cancel' | 'cancel' | 'resume' }
);

/** The day of the outlook, and the day of the run that performs the action. */
interface Days {
  readonly today: CivilDate;
  readonly on: CivilDate;
}

/**
 * What would prevent an action of a run; `morning`: the licence as that run finds it. An overdue action can still be
 * prevented today, since a day's activities count before its run. Empty if it is too late, or nothing prevents it.
 */
export function remediesFor(
  plan: Plan,
  morning: Licence,
  action: DueAction,
  { today, on }: Days,
): readonly Remedy[] {
  const by = laterOf(addDays(on, -1), today);
  const inTime = (remedy: Remedy) => (remedy.by < today ? [] : [remedy]);
  switch (action.step) {
    case 'expire':
      return action.what === 'quote'
        ? inTime({ do: 'accept-quote', quoteId: action.quoteId, by: addDays(action.on, -1) })
        : inTime(paying(morning, action.invoiceId, addDays(action.on, -1)));
    case 'lapse':
      return due(plan, morning, on)
        .filter(({ step }) => step === 'lapse')
        .concat(openOrder(morning) === undefined ? [] : [action])
        .map((lapse) => keepingCover(plan, morning, lapse.on, by))
        .flatMap(inTime);
    case 'auto-renew':
      return cancelling(plan, morning).flatMap(inTime);
    case 'issue-invoice':
      return [];
    case 'quote':
      return [{ do: 'renew-or-cancel', by }];
    case 'remind': {
      const { kind, invoiceId } = action.reminder;
      if (invoiceId !== undefined) return [paying(morning, invoiceId, by)];
      return [{ do: kind === 'renewal' ? 'cancel' : 'renew-or-cancel', by }];
    }
  }
}

/** Unpaid charges come first; otherwise an order, or resuming a cancelled renewal, postpones the end of cover. */
function keepingCover(plan: Plan, morning: Licence, dueOn: CivilDate, by: CivilDate): Remedy {
  const lastDay = addDays(dueOn, -1);
  const unpaid = morning.invoices.findLast((invoice) => isDunned(invoice) && payByOf(morning, invoice) <= by);
  if (unpaid !== undefined && firstPayBy(morning) === lastDay) return paying(morning, unpaid.invoiceId, by);
  if (plan.renewal.mode === 'automatic') return { do: 'resume', by };
  const order = openOrder(morning);
  if (order !== undefined) return paying(morning, order.invoiceId, payByOf(morning, order));
  const { quote } = morning;
  // A quote that a run issues on that day does not exist yet for a customer who acts before the run.
  const isThereBy = quote !== undefined && quote.issuedOn < by && quote.validUntil >= by;
  return { do: 'renew', quoteId: isThereBy ? quote.quoteId : undefined, by };
}

/** Credit and payments go to the oldest invoices first: all up to this one are to be paid. */
function paying({ invoices, credit }: Licence, invoiceId: string, by: CivilDate): Remedy {
  const last = invoices.findIndex((invoice) => invoice.invoiceId === invoiceId);
  return { do: 'pay', invoiceId, by, amount: subtract(totalOf(invoices.slice(0, last + 1), credit), credit) };
}

function totalOf(invoices: readonly Invoice[], { currency }: Money): Money {
  return invoices.reduce((sum, invoice) => add(sum, owedOf(invoice)), money(0, currency));
}

/** A renewal that was cancelled to a later day is not cancelled a second time. */
function cancelling(plan: Plan, { standing }: Licence): readonly Remedy[] {
  if (standing.status !== 'active' || standing.cancelledTo !== undefined) return [];
  return [{ do: 'cancel', by: lastDayToCancel(plan, standing.term) }];
}

export function remedyInWords(remedy: Remedy): string {
  const { by } = remedy;
  switch (remedy.do) {
    case 'pay':
      return `the customer pays ${formatMoney(remedy.amount)} by ${by}`;
    case 'accept-quote':
      return `the customer accepts quote ${remedy.quoteId} by ${by}`;
    case 'renew':
      return remedy.quoteId === undefined
        ? `the customer requests and accepts a quote by ${by}, and pays its order`
        : `the customer accepts quote ${remedy.quoteId} by ${by}, and pays its order`;
    case 'renew-or-cancel':
      return `the customer pays for the next term or cancels renewal by ${by}`;
    case 'cancel':
      return `the customer cancels renewal by ${by}`;
    case 'resume':
      return `the customer resumes renewal by ${by}`;
  }
}
