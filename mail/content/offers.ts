import { lastOfYear, yearOf } from '../../domain/calendar.ts';
import type { EventOf } from '../../domain/licence/events.ts';
import { activeStanding, type Licence, type Quote } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { nextTerm } from '../../domain/cover/terms.ts';
import type { Cover, Offer } from './content.ts';
import type { ComeBack } from './uncovered.ts';

/** A quote as the licence's state or the journal has it, with the cover that each option would give. */
export function offerOf(
  plan: Plan,
  licence: Licence,
  quote: Pick<Quote, 'quoteId' | 'kind' | 'validUntil' | 'options'>,
): Offer {
  const options = quote.options.map(({ years, ...price }) => {
    return { years, price, cover: coverOf(plan, licence, quote.kind, years, quote.validUntil) };
  });
  const { quoteId, kind: purpose, validUntil } = quote;
  const taxPercent = quote.options[0]?.taxPercent ?? 0;
  const { standing } = licence;
  const isShortened = standing.status === 'active' && standing.term.ends < validUntil;
  return {
    quoteId,
    purpose,
    validUntil,
    withdrawnAfter: isShortened ? standing.term.ends : undefined,
    taxPercent,
    currency: plan.currency,
    options,
  };
}

/**
 * The cover that an accepted quote gives once it is paid. `lastDay` is the last on which that can be: a back-charge
 * reaches to the end of its year.
 */
export function coverOf(
  plan: Plan,
  licence: Licence,
  purpose: EventOf<'QuoteIssued'>['kind'],
  years: number,
  lastDay: Quote['validUntil'],
): Cover {
  if (purpose === 'renewal') {
    const term = nextTerm(plan, activeStanding(licence).term, years * 12);
    return { kind: 'period', from: term.starts, to: term.ends };
  }
  const comeBack = comeBackOf(plan);
  if (comeBack === 'back-charge') return { kind: 'from-payment-until', to: lastOfYear(yearOf(lastDay)) };
  return { kind: comeBack, years };
}

export function comeBackOf({ reinstatement }: Plan): ComeBack {
  if (reinstatement.kind === 'back-charge') return 'back-charge';
  return reinstatement.starts === 'payment-day' ? 'from-payment' : 'from-month-after-payment';
}
