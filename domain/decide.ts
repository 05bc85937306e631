import { addDays, type CivilDate } from './calendar.ts';
import { type Chronicle, chronicle, tell } from './chronicle.ts';
import type { Activity, Event } from './events.ts';
import { type ActiveStanding, type Licence, openOrder } from './licence.ts';
import type { Money } from './money.ts';
import { add, subtract } from './money.ts';
import { expireIfOver, issueOrder, issueQuote, voidOrder } from './offers.ts';
import type { Plan } from './plan.ts';
import { missingFact, startFirstTerm } from './register.ts';
import { settle } from './settle.ts';
import { nextTerm, renewalMonths } from './terms.ts';

/** What a customer or an operator does on the day `on`. */
export type Command = { readonly on: CivilDate } & (
  | {
      readonly activity: 'payment';
      /** Unset: all that is open, less credit. */ readonly amount?: Money | undefined;
    }
  | { readonly activity: 'accept-quote'; readonly years: number }
  | { readonly activity: Exclude<Activity, 'payment' | 'accept-quote'> }
);

/** What comes of a command. A rejection changes nothing; its events say so in the journal, with the reason. */
export type Decision =
  | { readonly outcome: 'accepted'; readonly events: readonly Event[] }
  | { readonly outcome: 'rejected'; readonly reason: string; readonly events: readonly Event[] };

/** Either the story goes on, or the command is refused for a reason; what was told until then stands. */
type Answer = Chronicle | { readonly refused: string; readonly so: Chronicle };

/** Decides a command on a licence by the plan's rules (plans.md §2). */
export function decide(plan: Plan, licence: Licence, command: Command): Decision {
  const answer = answerTo(plan, chronicle(licence, command.on), command);
  if (!('refused' in answer)) return { outcome: 'accepted', events: answer.events };
  const { refused: reason, so } = answer;
  const told = tell(so, { type: 'ActivityRejected', activity: command.activity, reason, because: reason });
  return { outcome: 'rejected', reason, events: told.events };
}

function answerTo(plan: Plan, so: Chronicle, command: Command): Answer {
  switch (command.activity) {
    case 'payment':
      return pay(plan, so, command.amount);
    case 'request-quote':
      return requestQuote(plan, so);
    case 'accept-quote':
      return acceptQuote(plan, so, command.years);
    case 'cancel':
      return cancel(plan, so);
    case 'resume':
      return resume(so);
    case 'activate':
      return supply(plan, so, 'activatedOn');
    case 'install':
      return supply(plan, so, 'installedOn');
    case 'deactivate':
      return deactivate(so);
  }
}

function pay(plan: Plan, before: Chronicle, amount: Money | undefined): Answer {
  const so = voidIfTooLate(before);
  const paid = amount ?? allThatIsOpen(so.licence);
  if (paid.amount <= 0) {
    const why = amount === undefined ? 'nothing is open' : `a payment of ${amount.amount} is not positive`;
    return refuse(so, why);
  }
  const recorded = tell(so, { type: 'PaymentRecorded', amount: paid, because: 'the customer paid' });
  return settle(plan, recorded);
}

/** A back-charge's order cannot start a term after its last day. */
function voidIfTooLate(so: Chronicle): Chronicle {
  const order = openOrder(so.licence);
  const lastDay = order?.purpose.lastDay;
  return order !== undefined && lastDay !== undefined && so.on > lastDay ? voidOrder(so, order) : so;
}

function allThatIsOpen({ invoices, credit }: Licence): Money {
  const open = invoices.reduce((sum, invoice) => add(sum, invoice.price.total), { ...credit, amount: 0 });
  return subtract(open, credit);
}

function requestQuote(plan: Plan, before: Chronicle): Answer {
  const { status } = before.licence.standing;
  if (status !== 'active' && status !== 'lapsed')
    return refuse(before, `a ${status} licence has nothing to renew`);
  if (status === 'active' && plan.renewal.mode === 'automatic') {
    return refuse(before, 'the maintenance renews by itself: no quote is needed');
  }
  const order = openOrder(before.licence);
  if (order !== undefined) return refuse(before, `order ${order.invoiceId} is open until ${order.payBy}`);
  const so = expireIfOver(before);
  const { quote } = so.licence;
  if (quote === undefined) return issueQuote(plan, so, false, 'the customer asked for it');
  const because = `quote ${quote.quoteId} is open until ${quote.validUntil}`;
  return tell(so, { type: 'QuoteResent', quoteId: quote.quoteId, because });
}

function acceptQuote(plan: Plan, before: Chronicle, years: number): Answer {
  const open = before.licence.quote;
  const so = expireIfOver(before);
  const { quote } = so.licence;
  if (quote === undefined) {
    return refuse(
      so,
      open === undefined ? 'no quote is open' : `quote ${open.quoteId} was valid until ${open.validUntil}`,
    );
  }
  const option = quote.options.find((candidate) => candidate.years === years);
  if (option === undefined) {
    const offered = quote.options.map((candidate) => candidate.years).join(', ');
    return refuse(so, `quote ${quote.quoteId} offers ${offered} year(s), not ${years}`);
  }
  const because = `quote ${quote.quoteId} is valid until ${quote.validUntil}`;
  const accepted = tell(so, { type: 'QuoteAccepted', quoteId: quote.quoteId, years, because });
  return issueOrder(plan, accepted, quote, option);
}

function cancel(plan: Plan, so: Chronicle): Answer {
  const { standing } = so.licence;
  if (standing.status !== 'active')
    return refuse(so, `a ${standing.status} licence has no renewal to cancel`);
  if (standing.cancelledTo !== undefined) {
    return refuse(so, `renewal is already cancelled: cover ends on ${standing.cancelledTo}`);
  }
  const endsOn = cancelledCoverEnds(plan, standing, so.on);
  const because = `the customer cancelled on ${so.on}; the term ends on ${standing.term.ends}`;
  return tell(so, { type: 'RenewalCancelled', endsOn, because });
}

/** The end of the term, or of the next where an automatic plan's notice comes too late. */
function cancelledCoverEnds(plan: Plan, { term }: ActiveStanding, on: CivilDate): CivilDate {
  if (plan.renewal.mode === 'order' || on <= addDays(term.ends, -plan.renewal.noticeDays)) return term.ends;
  return nextTerm(plan, term, renewalMonths(plan)).ends;
}

function resume(so: Chronicle): Answer {
  const { standing } = so.licence;
  if (standing.status !== 'active')
    return refuse(so, `a ${standing.status} licence has no renewal to resume`);
  if (standing.cancelledTo === undefined) return refuse(so, 'renewal is not cancelled');
  return tell(so, { type: 'RenewalResumed', because: `the customer resumed before ${standing.cancelledTo}` });
}

function supply(plan: Plan, so: Chronicle, fact: 'installedOn' | 'activatedOn'): Answer {
  const missing = missingFact(plan, so.licence);
  if (missing === undefined)
    return refuse(so, `the licence is ${so.licence.standing.status}: it waits for nothing`);
  if (missing !== fact) return refuse(so, `the first term waits for ${missing}, not for ${fact}`);
  const activated = tell(so, { type: 'LicenceActivated', fact, because: `${fact} ${so.on}` });
  return startFirstTerm(plan, activated);
}

function deactivate(so: Chronicle): Answer {
  const { standing } = so.licence;
  if (standing.status !== 'subscribed') {
    return refuse(so, `only a subscription is deactivated; this licence is ${standing.status}`);
  }
  return tell(so, { type: 'LicenceDeactivated', because: 'the subscription was given up' });
}

function refuse(so: Chronicle, refused: string): Answer {
  return { refused, so };
}
