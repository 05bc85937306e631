import { changeInWords } from '../../wording/phrases/change.ts';
import { named as nameOf } from '../../wording/phrases/localiser.ts';
import type { ChangeQuoteContent } from '../content/content.ts';
import {
  amounts,
  heading,
  licenceFacts,
  named,
  parties,
  pricedModules,
  terms,
  text,
} from '../parts/parts.ts';
import type { DocumentLocaliser } from '../parts/localiser.ts';
import { pricesTable } from '../parts/prices.ts';
import type { Block } from '../parts/sheet.ts';

/** A quote for a change of the licence: another edition, more modules, a migration. */
export function changeQuote(localiser: DocumentLocaliser, content: ChangeQuoteContent): readonly Block[] {
  const { own, words, date } = localiser;
  const { about, number, offer } = content;
  const { price, note, needsNewLicence, endsWithLapse } = offer;
  const validUntil = date(offer.validUntil);
  const accept = { email: about.vendor.email, number, validUntil };
  return [
    {
      kind: 'facts',
      facts: [
        { label: own.labels.quoteNumber, value: number },
        { label: own.labels.quoteDate, value: date(content.issuedOn) },
        { label: words.labels.validUntil, value: validUntil },
        ...licenceFacts(localiser, content),
      ],
    },
    parties(localiser, content),
    text(own.change.offers({ ...named(content), what: changeInWords(localiser, offer.change) })),
    ...pricedModules(localiser, content, price),
    heading(words.headings.offer),
    pricesTable(localiser, named(content).product, price, { hasDiscount: false }),
    ...amounts(localiser, content, price.total.currency, price),
    heading(own.headings.acceptance),
    text(needsNewLicence ? own.change.newLicence(accept) : own.accept({ ...accept, years: [] })),
    ...(needsNewLicence ? [] : [text(own.change.done)]),
    ...terms(localiser, content, [
      ...(note === undefined ? [] : [nameOf(localiser, note)]),
      ...(endsWithLapse ? [words.changeTerms.endsWithLapse] : []),
    ]),
  ];
}
