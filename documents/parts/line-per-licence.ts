import type { Price } from '../../domain/billing/price.ts';
import type { About } from '../../wording/facts/about.ts';
import type { Settlement } from '../../wording/facts/bill.ts';
import type { Cover } from '../../wording/facts/cover.ts';
import { sumOfPrices } from '../../wording/facts/sums.ts';
import { licenceLabel } from '../../wording/phrases/localiser.ts';
import { coverInWords, nameOfLine, netLabel } from '../../wording/phrases/prices.ts';
import { oneLine } from '../../wording/text/line.ts';
import { isolated } from '../typesetting/isolated.ts';
import type { DocumentLocaliser } from './localiser.ts';
import { discountOf, givesDiscount, inWords, sumsBelow, withoutEmptyColumns } from './prices.ts';
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
export function commonCover(
  localiser: DocumentLocaliser,
  covers: readonly (Cover | undefined)[],
): string | undefined {
  const words = new Set(covers.map((cover) => cover && coverInWords(localiser, cover)));
  const [only] = words;
  return words.size === 1 ? only : undefined;
}

/** A line for each licence, then the customer's discount on all of them, and the sums. */
export function linePerLicence(
  localiser: DocumentLocaliser,
  lines: readonly [Line, ...Line[]],
  { eachCover, settlement }: Showing,
): Table {
  const { own, money } = localiser;
  const [first, ...others] = lines;
  const price = sumOfPrices([first.price, ...others.map((line) => line.price)]);
  const hasDiscount = givesDiscount(price);
  const rows = lines.flatMap(({ about, price: { lines: parts }, cover }) => {
    const product = isolated(oneLine(about.product));
    const charged = parts.filter(({ basis }) => basis !== 'discount');
    return charged.map((part, index) => {
      const [what = '', ...how] = inWords(localiser, product, part);
      const isCovered = index === 0 && eachCover && cover !== undefined;
      const described = isCovered ? `${what}, ${coverInWords(localiser, cover)}` : what;
      const discount = hasDiscount ? [localiser.percent(discountOf(part))] : [];
      const licence = index === 0 ? isolated(oneLine(about.licenceId)) : '';
      return [licence, described, ...how, ...discount, money(part.net)];
    });
  });
  const discounts: readonly Column[] = hasDiscount
    ? [{ title: own.labels.discount, align: 'right', share: 1.6 }]
    : [];
  const columns: readonly Column[] = [
    { title: licenceLabel(localiser, first.about), align: 'left', share: 2.2 },
    { title: own.labels.description, align: 'left', share: 4 },
    { title: own.labels.price, align: 'right', share: 3 },
    { title: own.labels.quantity, align: 'right', share: 1.7 },
    ...discounts,
    { title: netLabel(localiser, price), align: 'right', share: 2 },
  ];
  return {
    kind: 'table',
    ...withoutEmptyColumns(columns, [...rows, ...discountRows(localiser, price, columns.length)]),
    sums: sumsBelow(localiser, price, settlement),
  };
}

/** The discounts of all lines in one: each is rounded by itself, and this is their sum. */
function discountRows(
  localiser: DocumentLocaliser,
  { lines }: Price,
  width: number,
): readonly (readonly string[])[] {
  const [first, ...others] = lines.filter((line) => line.basis === 'discount');
  if (first === undefined) return [];
  const amount = others.reduce((sum, { net }) => sum + net.amount, first.net.amount);
  const percent = localiser.words.line.discountOf(localiser.percent(first.percent));
  const name = `${nameOfLine(localiser, '', first)}: ${percent}`;
  const between = Array.from({ length: width - 3 }, () => '');
  return [['', name, ...between, localiser.money({ ...first.net, amount })]];
}
