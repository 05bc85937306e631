import type { Price } from '../../domain/billing/price.ts';
import type { Settlement } from '../../wording/facts/bill.ts';
import type { Offer } from '../../wording/facts/offer.ts';
import {
  coverInWords,
  lineInWords,
  netLabel,
  nameOfLine,
  settlementSums,
  sumsOf,
  taxLabel,
} from '../../wording/phrases/prices.ts';
import type { PriceTable } from './letter.ts';
import type { MailLocaliser } from './localiser.ts';

/** A quote's options, each with the cover it gives and what its price is calculated from. */
export function optionsTable(localiser: MailLocaliser, { options, taxPercent, currency }: Offer): PriceTable {
  const { words, money } = localiser;
  const isTaxed = taxPercent > 0;
  const rows = options.map(({ years, cover, price }) => ({
    name: cover.kind === 'period' ? words.years(years) : coverInWords(localiser, cover),
    notes: [
      ...(cover.kind === 'period' ? [coverInWords(localiser, cover)] : []),
      ...price.lines.map((line) => lineInWords(localiser, line)),
    ],
    amounts: isTaxed ? [money(price.net), money(price.tax), money(price.total)] : [money(price.total)],
  }));
  const { labels } = words;
  return {
    kind: 'prices',
    caption: words.headings.offer,
    columns: isTaxed ? [labels.net, taxLabel(localiser, taxPercent), labels.total] : [labels.total],
    rows,
    sums: [],
    note: words.amountsIn(currency),
  };
}

/** The lines of a price with their sums; with a settlement also what is still to pay. */
export function linesTable(
  localiser: MailLocaliser,
  product: string,
  price: Price,
  { caption, settlement }: { readonly caption: string; readonly settlement?: Settlement },
): PriceTable {
  const { words, money } = localiser;
  const rows = price.lines.map((line) => ({
    name: nameOfLine(localiser, product, line),
    notes: [lineInWords(localiser, line)],
    amounts: [money(line.net)],
  }));
  const sums = [
    ...sumsOf(localiser, price, price.lines.length),
    ...(settlement === undefined ? [] : settlementSums(localiser, price, settlement)),
  ];
  const note = words.amountsIn(price.total.currency);
  return { kind: 'prices', caption, columns: [netLabel(localiser, price)], rows, sums, note };
}
