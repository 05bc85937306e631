import type { Module } from '../../domain/changes/module.ts';
import type { Line, Price } from '../../domain/billing/price.ts';
import type { Money } from '../../domain/billing/money.ts';
import type { Settlement } from '../../wording/facts/bill.ts';
import { oneLine } from '../../wording/text/line.ts';
import {
  lengthInWords,
  lineInWords,
  nameOfLine,
  netLabel,
  settlementSums,
  sumsOf,
} from '../../wording/phrases/prices.ts';
import type { DocumentLocaliser } from './localiser.ts';
import type { Column, Table } from './sheet.ts';

/** The list prices that a price is a share of; `sum` is what the price was calculated with. */
export function modulesTable(
  { own, money }: DocumentLocaliser,
  modules: readonly Module[],
  sum: Money,
): Table {
  return {
    kind: 'table',
    columns: [
      { title: own.labels.module, align: 'left', share: 5 },
      { title: own.labels.listPrice, align: 'right', share: 2 },
    ],
    rows: modules.map(({ sku, listPrice }) => [sku, money(listPrice)]),
    sums: modules.length > 1 ? [{ label: own.labels.allModules, value: money(sum) }] : [],
  };
}

interface Showing {
  /** Whether there is a column for it. */
  readonly hasDiscount: boolean;
  /** Adds what is to pay, where that is not the total. */
  readonly settlement?: Settlement;
}

export function givesDiscount(price: Price): boolean {
  return price.lines.some((line) => discountOf(line) > 0);
}

/** A price's lines, each with all that it is calculated from, and its sums. */
export function pricesTable(
  localiser: DocumentLocaliser,
  product: string,
  price: Price,
  { hasDiscount, settlement }: Showing,
): Table {
  const { own, money, percent } = localiser;
  const discounts: readonly Column[] = hasDiscount
    ? [{ title: own.labels.discount, align: 'right', share: 1.3 }]
    : [];
  const rows = price.lines.map((line) => {
    const discount = hasDiscount ? [percent(discountOf(line))] : [];
    return [...inWords(localiser, product, line), ...discount, money(line.net)];
  });
  const columns: readonly Column[] = [
    { title: own.labels.description, align: 'left', share: 4.5 },
    { title: own.labels.price, align: 'right', share: 3.4 },
    { title: own.labels.quantity, align: 'right', share: 2.2 },
    ...discounts,
    { title: netLabel(localiser, price), align: 'right', share: 2 },
  ];
  return {
    kind: 'table',
    ...withoutEmptyColumns(columns, rows),
    sums: sumsBelow(localiser, price, settlement),
  };
}

/** The sums below a price's lines, and what is paid of them where that is known. */
export function sumsBelow(
  localiser: DocumentLocaliser,
  price: Price,
  settlement: Settlement | undefined,
): Table['sums'] {
  return [
    ...sumsOf(localiser, price, price.lines.length),
    ...(settlement === undefined ? [] : settlementSums(localiser, price, settlement)),
  ];
}

export function withoutEmptyColumns(columns: readonly Column[], rows: readonly (readonly string[])[]) {
  const isUsed = (_: unknown, column: number) => rows.some((row) => row[column] !== '');
  return { columns: columns.filter(isUsed), rows: rows.map((row) => row.filter(isUsed)) };
}

/** What a line is about, at what price, and how much of it. */
export function inWords(localiser: DocumentLocaliser, product: string, line: Line): readonly string[] {
  const { own, words, money, percent, date, number } = localiser;
  const maintenance = own.maintenanceOf(product);
  switch (line.basis) {
    case 'flat':
      return [maintenance, own.perYear(money(line.perYear)), lengthInWords(localiser, line)];
    case 'share-of-list':
      return [
        maintenance,
        own.perYear(own.shareOf(percent(line.rate), money(line.list))),
        lengthInWords(localiser, line),
      ];
    case 'by-days':
    case 'share-by-days': {
      const perYear =
        line.basis === 'by-days' ? money(line.perYear) : own.shareOf(percent(line.rate), money(line.list));
      const period = words.period(date(line.from), date(line.to));
      return [`${maintenance}, ${period}`, own.perYear(perYear), own.days(line.days, line.ofDays)];
    }
    case 'labour':
      return [
        nameOfLine(localiser, product, line),
        own.perHour(money(line.perHour)),
        own.hours(number(line.hours)),
      ];
    case 'list':
    case 'credit':
    case 'support':
    case 'hardware':
    case 'uplift':
    case 'reinstatement-fee':
    case 'discount':
      return [`${oneLine(nameOfLine(localiser, product, line))}: ${lineInWords(localiser, line)}`, '', ''];
  }
}

/** Per cent. */
export function discountOf(line: Line): number {
  return line.basis === 'share-of-list' ? line.discount : 0;
}
