import { describe, expect, it } from 'vitest';
import {
  add,
  fraction,
  givenMoneySchema,
  hundredths,
  isSameMoney,
  money,
  mostGiven,
  mostGivenInWords,
  subtract,
} from '../../../domain/billing/money.ts';
import { byYears, rateOfYear } from '../../../domain/billing/pricing.ts';
import { currencySchema, decimalsOf } from '../../../domain/billing/currency.ts';
import { taxRateSchema } from '../../../domain/plan/tax-rate.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';

describe('amounts', () => {
  it('of different currencies are neither the same nor added up', () => {
    const [euro, dollar] = [money(1, 'EUR'), money(1, 'USD')];
    expect(isSameMoney(euro, dollar)).toBe(false);
    expect(isSameMoney(euro, money(2, 'EUR'))).toBe(false);
    expect(isSameMoney(euro, money(1, 'EUR'))).toBe(true);
    for (const sum of [add, subtract])
      expect(() => sum(euro, dollar)).toThrow('EUR and USD: the amounts are in different');
    expect(subtract(euro, money(3, 'EUR'))).toEqual(money(-2, 'EUR'));
  });

  it('below zero are rounded half up too', () => {
    const half = (amount: number) => fraction(money(amount, 'EUR'), 1n, 2n).amount;
    expect([-1, -2, -3, 1, 3].map(half)).toEqual([0, -1, -1, 1, 2]);
    expect(fraction(money(-2, 'EUR'), 1n, 3n).amount).toBe(-1);
  });

  it('that are given are nothing or more, and at most what can be counted', () => {
    expect(givenMoneySchema.safeParse(money(0, 'EUR')).success).toBe(true);
    expect(givenMoneySchema.safeParse(money(mostGiven, 'EUR')).success).toBe(true);
    const why = (given: unknown) => givenMoneySchema.safeParse(given).error?.issues[0]?.message;
    expect(why(money(-1, 'JPY'))).toBe(`expected 0 to ${mostGivenInWords('JPY')}`);
    expect(why(money(mostGiven + 1, 'JPY'))).toBe('expected 0 to JPY 10000000000000');
  });

  it('have a currency of ISO 4217', () => {
    expect(currencySchema.safeParse('ABC').error?.issues[0]?.message).toBe(
      'ABC is no currency of ISO 4217: expected a code such as EUR',
    );
    expect(() => decimalsOf('ABC')).toThrow('ABC is no currency of ISO 4217');
  });

  it('are shared by hundredths of a per cent', () => {
    expect([19.5, 0.07, 100].map(hundredths)).toEqual([1950n, 7n, 10_000n]);
  });
});

describe('the tax rates of a country', () => {
  const from = (day: string, percent: number) => ({ from: day, percent });

  it.each([
    [0],
    [100],
    [7.25],
    [[from('2026-01-01', 19)]],
    [[from('2026-01-01', 19), from('2026-07-01', 16)]],
  ])('can be %j', (rates) => {
    expect(taxRateSchema.parse(rates)).toEqual(rates);
  });

  it.each([
    [-1],
    [100.5],
    [7.255],
    [[]],
    [[from('2026-07-01', 16), from('2026-01-01', 19)]],
    [[from('2026-01-01', 16), from('2026-01-01', 19)]],
    [[{ ...from('2026-01-01', 16), to: '2026-12-31' }]],
    [[from('2026-01-01', 101)]],
  ])('cannot be %j', (rates) => {
    expect(taxRateSchema.safeParse(rates).success).toBe(false);
  });
});

describe('a period', () => {
  const years = (from: string, to: string) => byYears(civilDate(from), civilDate(to));

  it('has a part in each calendar year that it touches', () => {
    expect(years('2027-12-31', '2029-01-01')).toEqual([
      { from: '2027-12-31', to: '2027-12-31', days: 1, ofDays: 365 },
      { from: '2028-01-01', to: '2028-12-31', days: 366, ofDays: 366 },
      { from: '2029-01-01', to: '2029-01-01', days: 1, ofDays: 365 },
    ]);
  });

  it('of no day has none', () => {
    expect(years('2026-03-02', '2026-03-01')).toEqual([]);
    expect(years('2026-03-01', '2026-03-01')).toHaveLength(1);
  });
});

describe('a plan', () => {
  it('has a rate for each year, and the last for all that follow', () => {
    expect([1, 2, 5, 6, 99].map((year) => rateOfYear(videoSma, {}, year))).toEqual([19, 18, 15, 15, 15]);
    const contract = 'maintenance-contract';
    expect([1, 2, 3].map((year) => rateOfYear(videoSma, { contract }, year))).toEqual([17, 16, 16]);
    expect(() => rateOfYear(smartNetUserGroup, {}, 2)).toThrow(
      'plan smart-net-user-group has no rate for year 2',
    );
  });

  it('of a flat price is not charged for a product without one', () => {
    const play = new Play(smartNetUserGroup, {
      coverEnds: '2025-12-31',
      registeredOn: '2025-12-01',
      product: 'Other',
    });
    expect(() => play.until('2026-01-15')).toThrow('plan smart-net-user-group has no yearly price for Other');
  });
});

describe('a discount (docs/rules.md §4.20)', () => {
  it('of an invoice that is issued anew is that of its day, once', () => {
    const play = new Play(videoSma, { coverEnds: '2026-02-28', discountPercent: 10 }).until('2026-03-01');
    play.does('2026-03-02', { activity: 'reissue-invoice', invoice: 'last', reason: 'moved' });
    // 180.00 less 18.00.
    const lines = play.events.flatMap((event) => (event.type === 'InvoiceIssued' ? [event.price.lines] : []));
    expect(lines.map((each) => each.map(({ net }) => net.amount))).toEqual([
      [180_00, -18_00],
      [180_00, -18_00],
    ]);
    play.does('2026-03-03', { activity: 'change-customer', customerKind: 'end-user', country: 'US' });
    play.does('2026-03-04', { activity: 'reissue-invoice', invoice: 'last', reason: 'moved' });
    expect(play.licence.invoices[0]?.price.lines).toHaveLength(1);
  });

  it('that comes to nothing is no line', () => {
    const play = new Play(videoSma, { coverEnds: '2026-02-28', list: 20, discountPercent: 10 }).until(
      '2026-03-01',
    );
    expect(play.licence.invoices[0]?.price.lines).toHaveLength(1);
  });
});
