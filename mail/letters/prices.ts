import type { Taxed } from '../../domain/billing/tax.ts';
import type { Line, Price } from '../../domain/billing/price.ts';
import type { Cover, Offer, Settlement } from '../content/content.ts';
import type { Fact, PriceTable } from './letter.ts';
import type { Pen } from './pen.ts';

/** A quote's options, each with the cover it gives and what its price is reckoned from. */
export function optionsTable(pen: Pen, { options, taxPercent, currency }: Offer): PriceTable {
  const { words, money } = pen;
  const rows = options.map(({ years, cover, price }) => ({
    name: cover.kind === 'period' ? words.years(years) : coverInWords(pen, cover),
    notes: [
      ...(cover.kind === 'period' ? [coverInWords(pen, cover)] : []),
      ...price.lines.map((line) => lineInWords(pen, line)),
    ],
    amounts: [money(price.net), money(price.tax), money(price.total)],
  }));
  const { labels } = words;
  return {
    kind: 'prices',
    caption: words.quote.options,
    columns: [labels.net, labels.tax(pen.percent(taxPercent)), labels.total],
    rows,
    sums: [],
    note: words.amountsIn(currency),
  };
}

/** The lines of a price with their sums; with a settlement also what is still to pay. */
export function linesTable(pen: Pen, product: string, price: Price, settlement?: Settlement): PriceTable {
  const { words, money } = pen;
  const rows = price.lines.map((line) => ({
    name: nameOfLine(pen, product, line),
    notes: [lineInWords(pen, line)],
    amounts: [money(line.net)],
  }));
  const { labels } = words;
  const sums = [
    ...sumsOf(pen, price),
    ...(settlement === undefined ? [] : stillToPay(pen, price, settlement)),
  ];
  const note = words.amountsIn(price.total.currency);
  return { kind: 'prices', caption: words.invoice.lines, columns: [labels.net], rows, sums, note };
}

/** Net, tax and total. */
export function sumsOf({ words, money, percent }: Pen, price: Taxed): readonly Fact[] {
  const { labels } = words;
  return [
    { label: labels.net, value: money(price.net) },
    { label: labels.tax(percent(price.taxPercent)), value: money(price.tax) },
    { label: labels.total, value: money(price.total) },
  ];
}

export function coverInWords({ words, date }: Pen, cover: Cover): string {
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

function stillToPay({ words, money }: Pen, price: Price, settlement: Settlement): readonly Fact[] {
  const { labels } = words;
  switch (settlement.state) {
    case 'open': {
      const credit = { label: labels.credit, value: money(settlement.credit) };
      const toPay = { label: labels.toPay, value: money(settlement.toPay) };
      return settlement.credit.amount === 0 ? [toPay] : [credit, toPay];
    }
    case 'paid':
    case 'void':
      return [{ label: labels.toPay, value: money({ ...price.total, amount: 0 }) }];
  }
}

/** What a line is about. */
export function nameOfLine({ words }: Pen, product: string, line: Line): string {
  switch (line.basis) {
    case 'flat':
    case 'share-of-list':
      return `${product}, ${words.years(line.years)}`;
    case 'by-days':
    case 'share-by-days':
      return product;
    case 'list':
      return line.item;
    case 'credit':
    case 'labour':
    case 'hardware':
      return words.changes.line[line.basis];
  }
}

/** What a line's amount is reckoned from. */
export function lineInWords({ words, money, date, percent, number }: Pen, line: Line): string {
  const { changes } = words;
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
      return changes.line.shareByDays({
        rate: percent(line.rate),
        list: money(line.list),
        from: date(line.from),
        to: date(line.to),
        days: line.days,
        ofDays: line.ofDays,
      });
    case 'list':
      return line.net.amount === 0 ? changes.line.free(money(line.list)) : changes.line.atListPrice;
    case 'credit':
      return changes.line.creditFor;
    case 'labour':
      return changes.line.hours({ hours: number(line.hours), perHour: money(line.perHour) });
    case 'hardware':
      return changes.line.asQuoted;
  }
}
