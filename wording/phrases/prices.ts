import type { Part } from '../../domain/billing/part.ts';
import type { Line, Price } from '../../domain/billing/price.ts';
import { subtract } from '../../domain/billing/money.ts';
import type { Taxed } from '../../domain/billing/tax.ts';
import type { Settlement } from '../facts/bill.ts';
import type { Cover } from '../facts/cover.ts';
import type { Localiser } from './localiser.ts';

/** An amount with what it is. */
interface Sum {
  readonly label: string;
  readonly value: string;
}

/**
 * Net, tax and total; without net if there is one line only, which says it already, and without tax if there is none.
 */
export function sumsOf(localiser: Localiser, price: Taxed, lineCount: number): readonly Sum[] {
  const { money } = localiser;
  const { labels } = localiser.words;
  const isTaxed = price.taxPercent > 0;
  return [
    ...(isTaxed && lineCount > 1 ? [{ label: labels.net, value: money(price.net) }] : []),
    ...(isTaxed ? [{ label: taxLabel(localiser, price.taxPercent), value: money(price.tax) }] : []),
    { label: labels.total, value: money(price.total) },
  ];
}

/** What the vendor's tax is called, with its rate: VAT (20%). */
export function taxLabel({ taxName, percent }: Localiser, taxPercent: number): string {
  return `${taxName} (${percent(taxPercent)})`;
}

/** The head of a column of net amounts. */
export function netLabel({ words }: Localiser, { taxPercent }: Taxed): string {
  return taxPercent > 0 ? words.labels.net : words.labels.amount;
}

/** What is still to pay of an invoice, where that is not its total, and the credit that makes the difference. */
export function settlementSums(
  { words, money }: Localiser,
  { total }: Price,
  settlement: Settlement,
): readonly Sum[] {
  const { labels } = words;
  const nothing = { ...total, amount: 0 };
  switch (settlement.state) {
    case 'open': {
      const { credit, toPay, credited } = settlement;
      if (credit.amount === 0 && credited.amount === 0) return [];
      return [
        ...(credited.amount === 0 ? [] : [{ label: labels.credited, value: money(credited) }]),
        ...(credit.amount === 0 ? [] : [{ label: labels.credit, value: money(credit) }]),
        { label: labels.toPay, value: money(toPay) },
      ];
    }
    case 'paid':
      return [
        ...(settlement.credited.amount === 0
          ? []
          : [{ label: labels.credited, value: money(settlement.credited) }]),
        { label: labels.paid, value: money(subtract(total, settlement.credited)) },
        { label: labels.toPay, value: money(nothing) },
      ];
    case 'credited':
    case 'void':
      return [{ label: labels.toPay, value: money(nothing) }];
  }
}

export function coverInWords({ words, date }: Localiser, cover: Cover): string {
  switch (cover.kind) {
    case 'period':
      return words.period(date(cover.from), date(cover.to));
    case 'from-payment':
      return words.fromPayment(words.years(cover.years));
    case 'from-month-after-payment':
      return words.fromMonthAfterPayment(words.years(cover.years));
    case 'from-payment-until':
      return words.fromPaymentUntil(date(cover.to));
  }
}

interface Length {
  readonly years?: number | undefined;
  readonly months?: number | undefined;
  readonly part?: Part | undefined;
}

/** How long a line's term is, and how much of it counts. */
export function lengthInWords(
  { words, number }: Pick<Localiser, 'words' | 'number'>,
  length: Length,
): string {
  const { years, months, part } = length;
  const whole = months === undefined ? words.years(years ?? 1) : words.months(months);
  if (part === undefined) return whole;
  return `${whole}, ${words.line.part(number(part.days), number(part.ofDays))}`;
}

/** What a line is about. */
export function nameOfLine(localiser: Localiser, product: string, line: Line): string {
  const { words } = localiser;
  switch (line.basis) {
    case 'flat':
    case 'share-of-list':
      return `${product}, ${lengthInWords(localiser, line)}`;
    case 'by-days':
    case 'share-by-days':
      return product;
    case 'list':
      return line.item;
    case 'support':
      return words.line.support(line.ticketId);
    case 'credit':
    case 'labour':
    case 'hardware':
    case 'uplift':
    case 'reinstatement-fee':
    case 'discount':
      return words.line[line.basis];
  }
}

/** What a line's amount is calculated from. */
export function lineInWords({ words, money, date, percent, number }: Localiser, line: Line): string {
  switch (line.basis) {
    case 'flat':
      return words.line.flat({ perYear: money(line.perYear) });
    case 'by-days':
      return words.line.byDays({
        perYear: money(line.perYear),
        from: date(line.from),
        to: date(line.to),
        days: line.days,
        ofDays: line.ofDays,
      });
    case 'share-of-list':
      return words.line.shareOfList({
        rate: percent(line.rate),
        list: money(line.list),
        discount: line.discount === 0 ? undefined : percent(line.discount),
      });
    case 'share-by-days':
      return words.line.shareByDays({
        rate: percent(line.rate),
        list: money(line.list),
        from: date(line.from),
        to: date(line.to),
        days: line.days,
        ofDays: line.ofDays,
      });
    case 'list':
      return line.net.amount === 0 ? words.line.free(money(line.list)) : words.line.atListPrice;
    case 'credit':
      return words.line.creditFor;
    case 'labour':
      return words.line.hours({ hours: number(line.hours), perHour: money(line.perHour) });
    case 'support':
      return words.line.fixedPrice;
    case 'hardware':
      return words.line.asQuoted;
    case 'uplift':
      return words.line.upliftOf({ percent: percent(line.percent), years: words.years(line.years) });
    case 'reinstatement-fee': {
      const days = number(line.days);
      return line.percent === undefined
        ? words.line.feeAfter(days)
        : words.line.feeOfGap({ percent: percent(line.percent), days });
    }
    case 'discount':
      return words.line.discountOf(percent(line.percent));
  }
}
