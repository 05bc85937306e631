import type { Money } from '../../domain/billing/money.ts';
import type { About } from '../../wording/facts/about.ts';
import type { Offer } from '../../wording/facts/offer.ts';
import { acceptance } from './actions.ts';
import { type Block, facts, text } from './letter.ts';
import type { MailLocaliser } from './localiser.ts';
import { optionsTable } from './prices.ts';

/** What a quote offers, until when, and, while it is open, how to accept it. `credit` is what the customer has paid in advance. */
export function offerBlocks(
  localiser: MailLocaliser,
  about: About,
  offer: Offer,
  { isOpen, credit }: { readonly isOpen: boolean; readonly credit: Money },
): readonly Block[] {
  const { quote: words, labels } = localiser.words;
  const validUntil = localiser.date(offer.validUntil);
  const { withdrawnAfter } = offer;
  const years = offer.options.map((option) => option.years);
  return [
    optionsTable(localiser, offer),
    facts(labels.quote, [labels.number, offer.quoteId], [labels.validUntil, validUntil]),
    ...(isOpen
      ? [text(words.accept({ validUntil, years })), acceptance(localiser, about, offer.quoteId, years)]
      : []),
    ...(isOpen && credit.amount > 0 ? [text(words.credit(localiser.money(credit)))] : []),
    ...(isOpen && withdrawnAfter !== undefined
      ? [text(words.withdrawn(localiser.date(withdrawnAfter)))]
      : []),
    text(words.starts[offer.purpose]),
  ];
}
