import { addDays, type CivilDate, earlierOf, lastOfYear, yearOf } from '../calendar.ts';
import { type JournalDraft, record } from '../licence/journal-draft.ts';
import type { Charge, Licence, Quote } from '../licence/licence.ts';
import { quoteIsOver } from '../billing/reasons.ts';
import type { Plan } from '../plan/plan.ts';
import { payByOfCharge, payByOfOrder } from '../billing/pay-by.ts';
import type { Line } from '../billing/price.ts';
import { linesOfCharge, linesOfNewTerm, linesOfYears, priced, promised } from '../billing/pricing.ts';
import { linesOfBackCharge } from './back-charge.ts';
import { feeLines } from './reinstatement-fee.ts';
import { orderedTerm } from '../cover/terms.ts';
import { settle } from '../payments/settle.ts';

/** Issues the quote that fits the licence: for renewal while it is active, for reinstatement once it has lapsed. */
export function issueQuote(
  plan: Plan,
  draft: JournalDraft,
  automatic: boolean,
  because: string,
): JournalDraft {
  const kind = draft.licence.standing.status === 'lapsed' ? 'reinstatement' : 'renewal';
  const validUntil = notAfterYearEnd(plan, draft.on, addDays(draft.on, plan.quote.validDays), kind);
  const options = optionsOf(plan, draft.licence, draft.on);
  const quoteId = nextQuoteId(draft.licence);
  return record(draft, { type: 'QuoteIssued', quoteId, kind, validUntil, options, automatic, because });
}

/**
 * Turns an accepted quote's option into the order: an invoice whose payment starts the term. The quote promises its net;
 * the tax is that of the day of the invoice.
 */
export function issueOrder(
  plan: Plan,
  draft: JournalDraft,
  quote: Quote,
  option: Quote['options'][number],
  po?: string,
): JournalDraft {
  const { years, lines, alignTo } = option;
  const price = promised(plan, draft.licence.facts, draft.on, lines);
  const payBy = notAfterYearEnd(plan, draft.on, payByOfOrder(plan, draft.on), quote.kind);
  const lastDay = isBackCharge(plan, quote.kind) ? lastOfYear(yearOf(draft.on)) : undefined;
  const ordered = record(draft, {
    type: 'InvoiceIssued',
    invoiceId: nextInvoiceId(draft.licence),
    kind: quote.kind,
    total: price.total,
    payBy,
    price,
    purchaseOrder: po ?? draft.licence.facts.poNumber,
    purpose: { kind: quote.kind, order: true, years, alignTo, lastDay },
    because: `quote ${quote.quoteId} was accepted for ${years} year(s); payable within ${plan.quote.payableDays} days`,
  });
  return settle(plan, ordered);
}

/** Invoices the charge of a term that runs already, dated the day of the run that does it. */
export function issueInvoice(plan: Plan, draft: JournalDraft, charge: Charge, because: string): JournalDraft {
  if (plan.renewal.mode !== 'automatic') throw new Error(`plan ${plan.id} invoices orders only`);
  const { facts } = draft.licence;
  const price = priced(plan, facts, draft.on, linesOfCharge(plan, facts, charge));
  const invoiced = record(draft, {
    type: 'InvoiceIssued',
    invoiceId: nextInvoiceId(draft.licence),
    kind: charge.kind,
    total: price.total,
    payBy: payByOfCharge(plan.renewal, draft.on),
    price,
    purchaseOrder: facts.poNumber,
    purpose: { kind: charge.kind, order: false, charge },
    because,
  });
  return settle(plan, invoiced);
}

/** Expires an open quote where its last day has passed, also where no run has done so yet. */
export function expireIfOver(
  draft: JournalDraft,
  quote: Pick<Quote, 'quoteId' | 'validUntil'> | undefined,
): JournalDraft {
  if (quote === undefined || draft.on <= quote.validUntil) return draft;
  return record(draft, { type: 'QuoteExpired', quoteId: quote.quoteId, because: quoteIsOver(quote) });
}

function optionsOf(plan: Plan, licence: Licence, today: CivilDate): Quote['options'] {
  const { facts, standing, alignTo } = licence;
  const option = (years: number, lines: readonly Line[]) => ({ years, ...priced(plan, facts, today, lines) });
  if (standing.status === 'active') {
    const { term } = standing;
    return plan.quote.years.map((years) => {
      const { part } = orderedTerm(plan, term, years, alignTo);
      const lines = linesOfYears(plan, facts, term.chainMonths, years, part);
      return { ...option(years, lines), ...(alignTo === undefined ? {} : { alignTo }) };
    });
  }
  if (standing.status !== 'lapsed')
    throw new Error(`licence ${facts.licenceId} is ${standing.status}: nothing to quote`);
  if (plan.reinstatement.kind === 'back-charge')
    return [option(1, linesOfBackCharge(plan, licence, standing, today))];
  const fee = feeLines(plan, facts, standing, today);
  return plan.quote.years.map((years) => option(years, [...linesOfNewTerm(plan, facts, years), ...fee]));
}

/** A back-charge covers the year to 31 December: neither quote nor order is valid after that day. */
function notAfterYearEnd(plan: Plan, today: CivilDate, day: CivilDate, kind: Quote['kind']): CivilDate {
  return isBackCharge(plan, kind) ? earlierOf(day, lastOfYear(yearOf(today))) : day;
}

function isBackCharge(plan: Plan, kind: Quote['kind']): boolean {
  return kind === 'reinstatement' && plan.reinstatement.kind === 'back-charge';
}

export function nextQuoteId(licence: Licence): string {
  return `${licence.facts.licenceId}-Q${licence.quotesIssued + 1}`;
}

export function nextInvoiceId(licence: Licence): string {
  return `${licence.facts.licenceId}-I${licence.invoicesIssued + 1}`;
}
