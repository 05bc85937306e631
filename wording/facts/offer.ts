import type { CivilDate } from '../../domain/calendar.ts';
import type { Price } from '../../domain/billing/price.ts';
import type { Licence, Quote } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type Cover, coverOf } from './cover.ts';

interface Option {
  readonly years: number;
  readonly cover: Cover;
  readonly price: Price;
}

/** A quote for renewal or reinstatement. */
export interface Offer {
  readonly quoteId: string;
  readonly purpose: 'renewal' | 'reinstatement';
  readonly validUntil: CivilDate;
  /** Set where the term ends before that: the lapse then withdraws the quote. */
  readonly withdrawnAfter?: CivilDate | undefined;
  /** Per cent of net, the same for all options. */
  readonly taxPercent: number;
  readonly currency: string;
  readonly options: readonly Option[];
}

/** A quote as the licence's state or the journal has it, with the cover that each option would give. */
export function offerOf(
  plan: Plan,
  licence: Licence,
  quote: Pick<Quote, 'quoteId' | 'kind' | 'validUntil' | 'options'>,
): Offer {
  const options = quote.options.map(({ years, alignTo, ...price }) => {
    return { years, price, cover: coverOf(plan, licence, quote.kind, years, quote.validUntil, alignTo) };
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
