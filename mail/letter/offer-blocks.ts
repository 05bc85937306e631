import type { Money } from '../../domain/billing/money.ts';
import type { About } from '../../wording/facts/about.ts';
import type { Offer } from '../../wording/facts/offer.ts';
import { acceptance } from './actions.ts';
import { type Block, facts, text } from './letter.ts';
import type { Pen } from './pen.ts';
import { optionsTable } from './prices.ts';

/** What a quote offers, until when, and how to accept it. `credit` is what the customer has paid in advance. */
export function offerBlocks(
  pen: Pen,
  about: About,
  offer: Offer,
  { isOpen, credit }: { readonly isOpen: boolean; readonly credit: Money },
): readonly Block[] {
  const { quote: words, labels } = pen.words;
  const validUntil = pen.date(offer.validUntil);
  const { withdrawnAfter } = offer;
  const years = offer.options.map((option) => option.years);
  return [
    optionsTable(pen, offer),
    facts(labels.quote, [labels.number, offer.quoteId], [labels.validUntil, validUntil]),
    text(words.accept({ validUntil, years })),
    ...(isOpen ? [acceptance(pen, about, offer.quoteId, years)] : []),
    ...(isOpen && credit.amount > 0 ? [text(words.credit(pen.money(credit)))] : []),
    ...(withdrawnAfter === undefined ? [] : [text(words.withdrawn(pen.date(withdrawnAfter)))]),
    text(words.starts[offer.purpose]),
  ];
}
