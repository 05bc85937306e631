import type { About } from '../../wording/facts/about.ts';
import type { Offer } from '../../wording/facts/offer.ts';
import type { ContentOf } from '../content/content.ts';
import { acceptance, action } from './actions.ts';
import { type Block, facts, text, type Writing } from './letter.ts';
import type { Pen } from '../pen.ts';
import { optionsTable } from './prices.ts';

export function reminder(pen: Pen, { about, ends, offer }: ContentOf<'reminder'>): Writing {
  const words = pen.words.reminder;
  const named = { ...about, ends: pen.date(ends) };
  const howToRenew =
    offer === undefined
      ? [text(words.askForQuote), action(pen, about, 'askForQuote', about.licenceId)]
      : [text(words.openQuote(offer.quoteId)), ...offerBlocks(pen, about, offer, true)];
  const body = [text(words.ends(named)), text(words.whatEnds), ...howToRenew];
  return { subject: words.subject(named), body };
}

export function quote(pen: Pen, content: ContentOf<'quote'>): Writing {
  const { about, offer, isSentAgain, acceptedYears } = content;
  const words = pen.words.quote;
  const named = { ...about, quoteId: offer.quoteId, validUntil: pen.date(offer.validUntil) };
  const body = [
    text(words.intro[offer.purpose](named)),
    ...(isSentAgain ? [text(words.sentAgain)] : []),
    ...(acceptedYears === undefined ? [] : [text(words.accepted(pen.words.years(acceptedYears)))]),
    ...offerBlocks(pen, about, offer, acceptedYears === undefined),
  ];
  return { subject: words.subject[offer.purpose](named), body };
}

function offerBlocks(pen: Pen, about: About, offer: Offer, isOpen: boolean): readonly Block[] {
  const { quote: words, labels } = pen.words;
  const validUntil = pen.date(offer.validUntil);
  const { withdrawnAfter } = offer;
  const years = offer.options.map((option) => option.years);
  return [
    optionsTable(pen, offer),
    facts(labels.quote, [labels.number, offer.quoteId], [labels.validUntil, validUntil]),
    text(words.accept({ validUntil, years })),
    ...(isOpen ? [acceptance(pen, about, offer.quoteId, years)] : []),
    ...(withdrawnAfter === undefined ? [] : [text(words.withdrawn(pen.date(withdrawnAfter)))]),
    text(words.starts[offer.purpose]),
  ];
}
