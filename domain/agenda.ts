import { addDays, type CivilDate, earlierOf, laterOf } from './calendar.ts';
import { isBeforeLastEvent } from './licence/dated.ts';
import { type ActiveStanding, type Charge, type Licence, openOrder } from './licence/licence.ts';
import { isDunned, isOrder, payByOf } from './receivables/owed.ts';
import { orderIsOver, quoteIsOver } from './billing/reasons.ts';
import type { Plan } from './plan/plan.ts';
import { type PendingReminder, pendingReminders } from './cover/reminders.ts';

/** An action that is due from the day `on` until a run does it. */
export type DueAction = { readonly on: CivilDate; readonly because: string } & (
  | { readonly step: 'expire'; readonly what: 'quote'; readonly quoteId: string }
  | { readonly step: 'expire'; readonly what: 'order'; readonly invoiceId: string }
  | { readonly step: 'lapse' }
  | { readonly step: 'auto-renew' }
  | { readonly step: 'issue-invoice'; readonly charge: Charge }
  | { readonly step: 'quote' }
  | { readonly step: 'remind'; readonly reminder: PendingReminder }
);

/**
 * What the run of `today` has to do for a licence, in the order of a pass (docs/rules.md §2.3). Before the licence's last event
 * nothing is due.
 */
export function due(plan: Plan, licence: Licence, today: CivilDate): readonly DueAction[] {
  if (isBeforeLastEvent(licence, today)) return [];
  return agenda(plan, licence).filter((action) => action.on <= today);
}

/** The first day on which the run will owe a licence something if nothing else happens to it; undefined if never. */
export function nextDueOn(plan: Plan, licence: Licence): CivilDate | undefined {
  let next: CivilDate | undefined;
  for (const { on } of agenda(plan, licence)) if (next === undefined || on < next) next = on;
  return next && laterOf(next, licence.lastEventOn);
}

/** Everything that will become due for a licence as it is now, in the order of a run, each from its day on. */
function agenda(plan: Plan, licence: Licence): readonly DueAction[] {
  const { standing } = licence;
  const offers = openOffers(licence);
  if (standing.status !== 'active') return offers;
  return [
    ...offers,
    ...lapse(plan, licence, standing),
    ...renewal(plan, standing),
    ...licence.charges.map((charge): DueAction => {
      const because = `the ${charge.kind} charge of the term from ${charge.from} is to be invoiced on ${charge.invoiceOn}`;
      return { step: 'issue-invoice', on: charge.invoiceOn, charge, because };
    }),
    ...automaticQuote(plan, licence, standing),
    ...pendingReminders(plan, licence).map((reminder): DueAction => {
      return {
        step: 'remind',
        on: reminder.on,
        reminder,
        because: `${reminder.reminder} falls on ${reminder.on}`,
      };
    }),
  ];
}

function openOffers(licence: Licence): readonly DueAction[] {
  const { quote, changeQuote, invoices } = licence;
  const quotes = [quote, changeQuote].filter((open) => open !== undefined);
  const orders = invoices.filter(isOrder);
  return [
    ...quotes.map((open): DueAction => {
      const { quoteId, validUntil } = open;
      return {
        step: 'expire',
        what: 'quote',
        quoteId,
        on: addDays(validUntil, 1),
        because: quoteIsOver(open),
      };
    }),
    ...orders.map((order): DueAction => {
      const { invoiceId } = order;
      const payBy = payByOf(licence, order);
      const because = orderIsOver({ invoiceId, payBy });
      return { step: 'expire', what: 'order', invoiceId, on: addDays(payBy, 1), because };
    }),
  ];
}

/** Unpaid first; else the end of cover that nothing extends. */
function lapse(plan: Plan, licence: Licence, standing: ActiveStanding): readonly DueAction[] {
  const unpaid = firstPayBy(licence);
  const ends = openOrder(licence) === undefined ? endOfCover(plan, standing) : undefined;
  const actions: DueAction[] = [];
  if (unpaid !== undefined) {
    const because = `an invoice was payable until ${unpaid} and is unpaid`;
    actions.push({ step: 'lapse', on: addDays(unpaid, 1), because });
  }
  if (ends !== undefined) {
    const why = standing.cancelledTo === undefined ? 'was not renewed' : 'renewal was cancelled';
    actions.push({ step: 'lapse', on: addDays(ends, 1), because: `cover ended on ${ends} and ${why}` });
  }
  return actions;
}

/** The last day for paying what cover depends on; an order has a rule of its own. */
export function firstPayBy(licence: Licence): CivilDate | undefined {
  return licence.invoices
    .filter(isDunned)
    .map((invoice) => payByOf(licence, invoice))
    .reduce<CivilDate | undefined>(
      (first, payBy) => (first === undefined ? payBy : earlierOf(first, payBy)),
      undefined,
    );
}

/** The day on which cover ends for good as things stand; undefined where the next term starts by itself. */
function endOfCover(plan: Plan, { term, cancelledTo }: ActiveStanding): CivilDate | undefined {
  if (plan.renewal.mode === 'order') return term.ends;
  return cancelledTo !== undefined && cancelledTo <= term.ends ? term.ends : undefined;
}

function renewal(plan: Plan, standing: ActiveStanding): readonly DueAction[] {
  const { ends } = standing.term;
  if (endOfCover(plan, standing) !== undefined) return [];
  return [{ step: 'auto-renew', on: ends, because: `the term ends on ${ends} and renews unless cancelled` }];
}

function automaticQuote(plan: Plan, licence: Licence, standing: ActiveStanding): readonly DueAction[] {
  if (plan.renewal.mode !== 'order' || plan.renewal.quoteDaysBeforeEnd === null) return [];
  const isBlocked = licence.quote !== undefined || openOrder(licence) !== undefined;
  if (standing.term.quoted || standing.cancelledTo !== undefined || isBlocked) return [];
  const days = plan.renewal.quoteDaysBeforeEnd;
  const because = `cover ends on ${standing.term.ends}: the quote goes out ${days} days before`;
  return [{ step: 'quote', on: addDays(standing.term.ends, -days), because }];
}
