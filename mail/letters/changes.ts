import type { InLanguages } from '../../domain/plan/language.ts';
import type { ContentOf } from '../content/content.ts';
import { action } from './actions.ts';
import { type Block, facts, text, type Writing } from './letter.ts';
import { changeInWords } from '../../wording/phrases/change.ts';
import { named as nameOf } from '../../wording/phrases/pen.ts';
import type { Pen } from '../pen.ts';
import { linesTable } from './prices.ts';

export function changeQuote(pen: Pen, content: ContentOf<'change-quote'>): Writing {
  const { about, quoteId, change, price, note, needsNewLicence, isAccepted, endsWithLapse } = content;
  const { labels, changes } = pen.words;
  const words = changes.quote;
  const validUntil = pen.date(content.validUntil);
  const named = { ...about, quoteId, validUntil, what: changeInWords(pen, change) };
  const body = [
    text(words.intro(named)),
    ...(isAccepted ? [text(words.accepted)] : []),
    linesTable(pen, about.product, price),
    facts(labels.quote, [labels.number, quoteId], [labels.validUntil, validUntil]),
    ...noted(pen, note),
    text(needsNewLicence ? words.newLicence(validUntil) : words.accept(validUntil)),
    ...(isAccepted ? [] : [action(pen, about, 'acceptQuote', quoteId)]),
    ...(endsWithLapse ? [text(pen.words.changeQuote.endsWithLapse)] : []),
  ];
  return { subject: words.subject(named), body };
}

export function changed(pen: Pen, { about, change, on, note }: ContentOf<'changed'>): Writing {
  const words = pen.words.changes.done;
  const named = { ...about, what: changeInWords(pen, change), on: pen.date(on) };
  const body = [
    text(words.intro(named)),
    ...noted(pen, note),
    ...(change.kind === 'migration' ? [] : [text(words.countFromNextTerm)]),
  ];
  return { subject: words.subject(named), body };
}

function noted(pen: Pen, note: InLanguages | undefined): readonly Block[] {
  return note === undefined ? [] : [text(nameOf(pen, note))];
}
