import { type Chronicle, tell } from '../licence/journal-draft.ts';
import { openOrder } from '../licence/licence.ts';
import { expireIfOver, issueOrder, issueQuote } from './offers.ts';
import type { Plan } from '../plan/plan.ts';
import { type Answer, refuse } from '../licence/answer.ts';

/** Issues the quote that the customer asks for, or sends the open one again; `because` says why it is issued. */
export function requestQuote(plan: Plan, before: Chronicle, because = 'the customer asked for it'): Answer {
  const { status } = before.licence.standing;
  if (status !== 'active' && status !== 'lapsed')
    return refuse(before, `a ${status} licence has nothing to renew`);
  if (status === 'active' && plan.renewal.mode === 'automatic') {
    return refuse(before, 'the maintenance renews by itself: no quote is needed');
  }
  const order = openOrder(before.licence);
  if (order !== undefined) return refuse(before, `order ${order.invoiceId} is open until ${order.payBy}`);
  const so = expireIfOver(before, before.licence.quote);
  const { quote } = so.licence;
  if (quote === undefined) return issueQuote(plan, so, false, because);
  const open = `quote ${quote.quoteId} is open until ${quote.validUntil}`;
  return tell(so, { type: 'QuoteResent', quoteId: quote.quoteId, because: open });
}

/** Turns the open quote into an order for so many years. */
export function acceptQuote(plan: Plan, before: Chronicle, years: number): Answer {
  const open = before.licence.quote;
  const so = expireIfOver(before, before.licence.quote);
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
