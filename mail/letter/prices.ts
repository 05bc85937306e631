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
import type { Pen } from './pen.ts';

/** A quote's options, each with the cover it gives and what its price is calculated from. */
export function optionsTable(pen: Pen, { options, taxPercent, currency }: Offer): PriceTable {
  const { words, money } = pen;
  const isTaxed = taxPercent > 0;
  const rows = options.map(({ years, cover, price }) => ({
    name: cover.kind === 'period' ? words.years(years) : coverInWords(pen, cover),
    notes: [
      ...(cover.kind === 'period' ? [coverInWords(pen, cover)] : []),
      ...price.lines.map((line) => lineInWords(pen, line)),
    ],
    amounts: isTaxed ? [money(price.net), money(price.tax), money(price.total)] : [money(price.total)],
  }));
  const { labels } = words;
  return {
    kind: 'prices',
    caption: words.headings.offer,
    columns: isTaxed ? [labels.net, taxLabel(pen, taxPercent), labels.total] : [labels.total],
    rows,
    sums: [],
    note: words.amountsIn(currency),
  };
}

/** The lines of a price with their sums; with a settlement also what is still to pay. */
export function linesTable(
  pen: Pen,
  product: string,
  price: Price,
  { caption, settlement }: { readonly caption: string; readonly settlement?: Settlement },
): PriceTable {
  const { words, money } = pen;
  const rows = price.lines.map((line) => ({
    name: nameOfLine(pen, product, line),
    notes: [lineInWords(pen, line)],
    amounts: [money(line.net)],
  }));
  const sums = [
    ...sumsOf(pen, price, price.lines.length),
    ...(settlement === undefined ? [] : settlementSums(pen, price, settlement)),
  ];
  const note = words.amountsIn(price.total.currency);
  return { kind: 'prices', caption, columns: [netLabel(pen, price)], rows, sums, note };
}
