import { civilDate } from '../calendar.ts';
import { type JournalDraft, record } from '../licence/journal-draft.ts';
import { whyNoPurchaseOrder } from './purchase-order.ts';
import { type Licence, openOrder } from '../licence/licence.ts';
import { expireIfOver, issueOrder, issueQuote } from './offers.ts';
import { whyNothingToCharge } from './back-charge.ts';
import { whyTooOld } from './reinstatement-fee.ts';
import type { Plan } from '../plan/plan.ts';
import { payByOf } from '../receivables/owed.ts';
import { type Answer, refuse } from '../licence/answer.ts';

/** A term that ends later could lead beyond the year 9999, the last that a date can have. */
const lastRenewable = civilDate('8999-12-31');

/** Issues the quote that the customer asks for, or sends the open one again; `because` says why it is issued. */
export function requestQuote(
  plan: Plan,
  before: JournalDraft,
  because = 'the customer asked for it',
): Answer {
  const { status } = before.licence.standing;
  if (status !== 'active' && status !== 'lapsed')
    return refuse(before, nothingToRenew(status), 'nothing-to-renew');
  if (status === 'active' && plan.renewal.mode === 'automatic') {
    return refuse(before, 'the maintenance renews by itself: no quote is needed', 'renews-by-itself');
  }
  const { standing } = before.licence;
  if (standing.status === 'active' && standing.term.ends > lastRenewable)
    return refuse(
      before,
      `cover ends on ${standing.term.ends}: that is too far away to renew`,
      'too-far-ahead',
    );
  const order = openOrder(before.licence);
  if (order !== undefined)
    return refuse(
      before,
      `order ${order.invoiceId} is open until ${payByOf(before.licence, order)}`,
      'order-open',
    );
  const draft = expireIfOver(before, before.licence.quote);
  const { quote } = draft.licence;
  if (quote === undefined) {
    if (standing.status !== 'lapsed') return issueQuote(plan, draft, false, because);
    const tooOld = whyTooOld(plan, standing, draft.on);
    if (tooOld !== undefined) return refuse(draft, tooOld, 'too-late-to-reinstate');
    const nothing = whyNothingToCharge(plan, draft.licence, standing, draft.on);
    if (nothing !== undefined) return refuse(draft, nothing, 'nothing-to-renew');
    return issueQuote(plan, draft, false, because);
  }
  const open = `quote ${quote.quoteId} is open until ${quote.validUntil}`;
  return record(draft, { type: 'QuoteResent', quoteId: quote.quoteId, because: open });
}

function nothingToRenew(status: Licence['standing']['status']): string {
  return `a ${status} licence has nothing to renew`;
}

export interface AcceptQuote {
  readonly activity: 'accept-quote';
  readonly years: number;
  /** The number of the customer's purchase order. */
  readonly po?: string | undefined;
  /** Who accepts it at the customer's. */
  readonly by?: string | undefined;
}

/** Turns the open quote into an order for so many years. */
export function acceptQuote(plan: Plan, before: JournalDraft, { years, po, by }: AcceptQuote): Answer {
  const open = before.licence.quote;
  const draft = expireIfOver(before, before.licence.quote);
  const { quote } = draft.licence;
  if (quote === undefined) {
    return refuse(
      draft,
      open === undefined ? 'no quote is open' : `quote ${open.quoteId} was valid until ${open.validUntil}`,
      'quote-not-open',
    );
  }
  const option = quote.options.find((candidate) => candidate.years === years);
  if (option === undefined) {
    const offered = quote.options.map((candidate) => candidate.years).join(', ');
    return refuse(
      draft,
      `quote ${quote.quoteId} offers ${offered} year(s), not ${years}`,
      'years-not-offered',
    );
  }
  const { status } = draft.licence.standing;
  if (status !== 'active' && status !== 'lapsed')
    return refuse(draft, nothingToRenew(status), 'nothing-to-renew');
  const noOrder = whyNoPurchaseOrder(draft.licence, po);
  if (noOrder !== undefined) return refuse(draft, noOrder, 'purchase-order-required');
  const because = `quote ${quote.quoteId} is valid until ${quote.validUntil}`;
  const accepted = record(draft, { type: 'QuoteAccepted', quoteId: quote.quoteId, years, po, by, because });
  return issueOrder(plan, accepted, quote, option, po);
}
