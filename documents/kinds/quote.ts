import { coverInWords } from '../../wording/phrases/prices.ts';
import type { QuoteContent } from '../content/content.ts';
import {
  amounts,
  heading,
  lead,
  licenceFacts,
  pricedModules,
  named,
  parties,
  terms,
  text,
} from '../parts/parts.ts';
import type { DocumentLocaliser } from '../parts/localiser.ts';
import { givesDiscount, pricesTable } from '../parts/prices.ts';
import type { Block } from '../parts/sheet.ts';

/** A quote with every option, each with its cover and how its price is calculated. */
export function quote(localiser: DocumentLocaliser, content: QuoteContent): readonly Block[] {
  const { own, words, date } = localiser;
  const { about, number, offer } = content;
  const { product } = named(content);
  const validUntil = date(offer.validUntil);
  const years = offer.options.map((option) => option.years);
  const isChoice = years.length > 1;
  const hasDiscount = offer.options.some((option) => givesDiscount(option.price));
  const options = offer.options.flatMap(({ price, cover, years: count }, index) => [
    heading(isChoice ? own.headings.option(index + 1, words.years(count)) : words.headings.offer),
    lead(own.cover(coverInWords(localiser, cover))),
    pricesTable(localiser, product, price, { hasDiscount }),
  ]);
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
    text(own.offers[offer.purpose](named(content))),
    ...pricedModules(localiser, content, offer.options[0]?.price),
    ...options,
    ...amounts(localiser, content, offer.currency, offer.options[0]?.price),
    heading(own.headings.acceptance),
    text(own.accept({ email: about.vendor.email, number, validUntil, years })),
    text(own.invoiceFollows(content.payableDays)),
    ...terms(localiser, content, [
      own.starts[offer.purpose],
      ...(offer.withdrawnAfter === undefined ? [] : [own.withdrawn(date(offer.withdrawnAfter))]),
    ]),
  ];
}
