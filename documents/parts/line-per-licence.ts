import type { Price } from '../../domain/billing/price.ts';
import type { About } from '../../wording/facts/about.ts';
import type { Settlement } from '../../wording/facts/bill.ts';
import type { Cover } from '../../wording/facts/cover.ts';
import { sumOfPrices } from '../../wording/facts/sums.ts';
import { licenceLabel } from '../../wording/phrases/pen.ts';
import { coverInWords, nameOfLine, netLabel, settlementSums, sumsOf } from '../../wording/phrases/prices.ts';
import { oneLine } from '../../wording/text/line.ts';
import { isolated } from '../typesetting/isolated.ts';
import type { DocumentPen } from './pen.ts';
import { discountOf, givesDiscount, inWords, withoutEmptyColumns } from './prices.ts';
import type { Column, Table } from './sheet.ts';

/** A licence on a quote or invoice that several share. */
interface Line {
  readonly about: About;
  readonly price: Price;
  /** What it is charged for, where that is cover. */
  readonly cover: Cover | undefined;
}

interface Showing {
  /** Whether each line says its cover: where it is not the same for all. */
  readonly eachCover: boolean;
  readonly settlement?: Settlement;
}

/** The cover that is the same for all lines, in words; undefined where it differs. */
export function commonCover(pen: DocumentPen, covers: readonly (Cover | undefined)[]): string | undefined {
  const words = new Set(covers.map((cover) => cover && coverInWords(pen, cover)));
  const [only] = words;
  return words.size === 1 ? only : undefined;
}

/** A line for each licence, then the customer's discount on all of them, and the sums. */
export function linePerLicence(
  pen: DocumentPen,
  lines: readonly [Line, ...Line[]],
  { eachCover, settlement }: Showing,
): Table {
  const { own, money } = pen;
  const [first, ...others] = lines;
  const price = sumOfPrices([first.price, ...others.map((line) => line.price)]);
  const hasDiscount = givesDiscount(price);
  const rows = lines.flatMap(({ about, price: { lines: parts }, cover }) => {
    const product = isolated(oneLine(about.product));
    const charged = parts.filter(({ basis }) => basis !== 'discount');
    return charged.map((part, index) => {
      const [what = '', ...how] = inWords(pen, product, part);
      const isCovered = index === 0 && eachCover && cover !== undefined;
      const described = isCovered ? `${what}, ${coverInWords(pen, cover)}` : what;
      const discount = hasDiscount ? [pen.percent(discountOf(part))] : [];
      const licence = index === 0 ? isolated(oneLine(about.licenceId)) : '';
      return [licence, described, ...how, ...discount, money(part.net)];
    });
  });
  const discounts: readonly Column[] = hasDiscount
    ? [{ title: own.labels.discount, align: 'right', share: 1.6 }]
    : [];
  const columns: readonly Column[] = [
    { title: licenceLabel(pen, first.about), align: 'left', share: 2.2 },
    { title: own.labels.description, align: 'left', share: 4 },
    { title: own.labels.price, align: 'right', share: 3 },
    { title: own.labels.quantity, align: 'right', share: 1.7 },
    ...discounts,
    { title: netLabel(pen, price), align: 'right', share: 2 },
  ];
  const sums = [
    ...sumsOf(pen, price, price.lines.length),
    ...(settlement === undefined ? [] : settlementSums(pen, price, settlement)),
  ];
  return {
    kind: 'table',
    ...withoutEmptyColumns(columns, [...rows, ...discountRows(pen, price, columns.length)]),
    sums,
  };
}

/** The discounts of all lines in one: each is rounded by itself, and this is their sum. */
function discountRows(pen: DocumentPen, { lines }: Price, width: number): readonly (readonly string[])[] {
  const [first, ...others] = lines.filter((line) => line.basis === 'discount');
  if (first === undefined) return [];
  const amount = others.reduce((sum, { net }) => sum + net.amount, first.net.amount);
  const percent = pen.words.line.discountOf(pen.percent(first.percent));
  const name = `${nameOfLine(pen, '', first)}: ${percent}`;
  const between = Array.from({ length: width - 3 }, () => '');
  return [['', name, ...between, pen.money({ ...first.net, amount })]];
}
