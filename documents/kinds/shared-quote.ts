import { amounts, heading, lead, parties, terms, text } from '../parts/parts.ts';
import { oneLine } from '../../wording/text/line.ts';
import { commonCover, linePerLicence } from '../parts/line-per-licence.ts';
import type { DocumentLocaliser } from '../parts/localiser.ts';
import type { Block } from '../parts/sheet.ts';
import type { QuoteContent } from '../content/content.ts';

/** A quote over several licences: for each number of years a table with a line for each licence. */
export function sharedQuote(localiser: DocumentLocaliser, content: QuoteContent): readonly Block[] {
  const { own, words, date } = localiser;
  const { about, number, offer, lines } = content;
  const validUntil = date(offer.validUntil);
  const years = offer.options.map((option) => option.years);
  const isChoice = years.length > 1;
  return [
    {
      kind: 'facts',
      facts: [
        { label: own.labels.quoteNumber, value: number },
        { label: own.labels.quoteDate, value: date(content.issuedOn) },
        { label: words.labels.validUntil, value: validUntil },
        { label: own.shared.licences, value: String(lines.length) },
        { label: words.labels.plan, value: oneLine(about.plan) },
      ],
    },
    parties(localiser, content),
    text(own.shared.offers[offer.purpose](lines.length)),
    ...years.flatMap((count, index) => {
      const title = isChoice ? own.headings.option(index + 1, words.years(count)) : words.headings.offer;
      return [heading(title), ...option(localiser, content, count)];
    }),
    ...amounts(localiser, content, offer.currency, offer.options[0]?.price),
    heading(own.headings.acceptance),
    text(own.accept({ email: about.vendor.email, number, validUntil, years })),
    text(own.shared.some),
    text(own.shared.invoiceFollows(content.payableDays)),
    ...terms(localiser, content, [
      own.shared.starts[offer.purpose],
      ...(offer.withdrawnAfter === undefined ? [] : [own.withdrawn(date(offer.withdrawnAfter))]),
    ]),
  ];
}

/** The licences that are offered for so many years. */
function option(localiser: DocumentLocaliser, { lines }: QuoteContent, years: number): readonly Block[] {
  const [first, ...others] = lines.flatMap(({ about, offer }) =>
    offer.options.filter((each) => each.years === years).map(({ price, cover }) => ({ about, price, cover })),
  );
  if (first === undefined) return [];
  const all = [first, ...others] as const;
  const common = commonCover(
    localiser,
    all.map(({ cover }) => cover),
  );
  return [
    ...(common === undefined ? [] : [lead(localiser.own.cover(common))]),
    linePerLicence(localiser, all, { eachCover: common === undefined }),
  ];
}
