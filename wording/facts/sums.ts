import type { CivilDate } from '../../domain/calendar.ts';
import { add, type Money, money, subtract } from '../../domain/billing/money.ts';
import type { Price } from '../../domain/billing/price.ts';
import type { Bill, Settlement } from './bill.ts';
import type { Offer } from './offer.ts';

/** At least one. */
type Some<T> = readonly [T, ...T[]];

/** The sum of prices of one tax rate: the tax is the sum of their taxes, so that it agrees with what licences owe (docs/rules.md §17.5). */
export function sumOfPrices(prices: Some<Price>): Price {
  const [first] = prices;
  return {
    ...first,
    lines: prices.flatMap(({ lines }) => lines),
    net: sumOf(prices.map(({ net }) => net)),
    tax: sumOf(prices.map(({ tax }) => tax)),
    total: sumOf(prices.map(({ total }) => total)),
  };
}

/** An invoice over several licences: what its lines have in common is that of the first. */
export function sumOfBills(bills: Some<Bill>): Bill {
  const [first] = bills;
  return {
    ...first,
    payBy: bills.map(({ payBy }) => payBy).reduce(earlier),
    price: sumOfPrices(mapped(bills, ({ price }) => price)),
    lapses: bills.some(({ lapses }) => lapses),
    buys: sumOfBought(bills),
    settlement: sumOfSettlements(bills),
  };
}

/** A quote over several licences. For each number of years it adds up those licences that offer it. */
export function sumOfOffers(offers: Some<Offer>): Offer {
  const [first] = offers;
  const years = new Set(offers.flatMap(({ options }) => options.map((option) => option.years)));
  const options = [...years].flatMap((count) => {
    const [one, ...others] = offers.flatMap((offer) =>
      offer.options.filter((option) => option.years === count),
    );
    return one === undefined
      ? []
      : [{ ...one, price: sumOfPrices([one.price, ...others.map(({ price }) => price)]) }];
  });
  const withdrawn = offers.flatMap(({ withdrawnAfter }) => withdrawnAfter ?? []);
  return {
    ...first,
    options: options.toSorted((a, b) => a.years - b.years),
    validUntil: offers.map(({ validUntil }) => validUntil).reduce(earlier),
    withdrawnAfter: withdrawn.length === 0 ? undefined : withdrawn.reduce(earlier),
  };
}

/** Cover from the first day to the last, where all have days. */
function sumOfBought(bills: Some<Bill>): Bill['buys'] {
  const [{ buys }] = bills;
  const periods = bills.flatMap((bill) =>
    bill.buys.kind === 'cover' && bill.buys.cover.kind === 'period' ? [bill.buys.cover] : [],
  );
  const [first] = periods;
  if (buys.kind !== 'cover' || first === undefined || periods.length < bills.length) return buys;
  const from = periods.map((period) => period.from).reduce(earlier);
  const to = periods.map((period) => period.to).reduce((a, b) => (a >= b ? a : b));
  return { ...buys, cover: { kind: 'period', from, to } };
}

/** Open while a line is. What the other lines were paid with counts as credit; void lines count as credited. */
function sumOfSettlements(bills: Some<Bill>): Settlement {
  const nothing = money(0, bills[0].price.total.currency);
  const states = new Set(bills.map(({ settlement }) => settlement.state));
  if (!states.has('open') && !states.has('paid'))
    return { state: states.has('credited') ? 'credited' : 'void' };
  const parts = bills.map((bill) => partOf(bill, nothing));
  const credited = sumOf(parts.map((part) => part.credited));
  if (!states.has('open')) return { state: 'paid', credited };
  return {
    state: 'open',
    credit: sumOf(parts.map((part) => part.credit)),
    toPay: sumOf(parts.map((part) => part.toPay)),
    credited,
  };
}

function partOf({ settlement, price: { total } }: Bill, nothing: Money) {
  switch (settlement.state) {
    case 'open':
      return settlement;
    case 'paid':
      return { credit: subtract(total, settlement.credited), toPay: nothing, credited: settlement.credited };
    case 'void':
    case 'credited':
      return { credit: nothing, toPay: nothing, credited: total };
  }
}

function sumOf(amounts: readonly Money[]): Money {
  return amounts.reduce(add);
}

function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a <= b ? a : b;
}

function mapped<From, To>([first, ...rest]: Some<From>, to: (one: From) => To): Some<To> {
  return [to(first), ...rest.map(to)];
}
