import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { currencies, decimalsOf } from '../../../domain/billing/currency.ts';
import {
  decimalOf,
  formatMoney,
  fraction,
  money,
  moneySchema,
  parseAmount,
  percentOf,
} from '../../../domain/billing/money.ts';

it.each([
  [15518, 15, 2328], // 23.277: up
  [1, 50, 1], // a half goes up
  [3, 50, 2],
  [1, 49, 0],
  [143_01, 19, 2717], // 27.1719
])('takes %i at %i %% as %i', (amount, percent, share) => {
  expect(percentOf(money(amount, 'EUR'), percent).amount).toBe(share);
});

test('a fraction is never further than half a minor unit from the exact value, and halves go up', () => {
  const amounts = fc.integer({ min: 0, max: 10 ** 12 });
  fc.assert(
    fc.property(
      amounts,
      fc.bigInt(0n, 10n ** 9n),
      fc.bigInt(1n, 10n ** 9n),
      (amount, numerator, denominator) => {
        const exact = BigInt(amount) * numerator;
        fc.pre(exact / denominator < BigInt(Number.MAX_SAFE_INTEGER));
        const rounded = BigInt(fraction(money(amount, 'EUR'), numerator, denominator).amount);
        const twiceOff = 2n * (rounded * denominator - exact);
        expect(twiceOff > -denominator && twiceOff <= denominator).toBe(true);
      },
    ),
  );
});

it('refuses amounts that a number cannot hold exactly', () => {
  expect(() => money(2 ** 53, 'EUR')).toThrow('minor units');
  expect(() => fraction(money(2 ** 52, 'EUR'), 3n, 1n)).toThrow('minor units');
});

describe('a written amount', () => {
  it('is read in the minor units of its currency', () => {
    expect(parseAmount('1450.5', 'GBP')).toEqual({ amount: 145050, currency: 'GBP' });
    expect(parseAmount('200', 'USD')).toEqual({ amount: 20000, currency: 'USD' });
    expect(parseAmount('200', 'JPY')).toEqual({ amount: 200, currency: 'JPY' });
  });

  it.each(['-1.00', '1.005', '1,00', '', ' 1', '1e3', '0x10', '.5', '1.'])('is not %j', (text) => {
    expect(parseAmount(text, 'USD')).toBeUndefined();
  });
});

describe('a currency', () => {
  it.each([
    ['HUF', '200.00'],
    ['IDR', '200.00'],
    ['COP', '200.00'],
    ['JPY', '20000'],
    ['KRW', '20000'],
    ['IQD', '20.000'],
    ['KWD', '20.000'],
    ['CLF', '2.0000'],
  ])('%s has the minor units of ISO 4217, not those that shops show', (currency, written) => {
    expect(formatMoney(money(20_000, currency))).toBe(`${currency} ${written}`);
    expect(parseAmount(written, currency)).toEqual({ amount: 20_000, currency });
  });

  it.each(['XAU', 'XDR', 'XTS', 'XXX', 'ABC', 'eur'])('%s is none that amounts can be in', (currency) => {
    expect(moneySchema.safeParse({ amount: 1, currency }).success).toBe(false);
    expect(() => decimalsOf(currency)).toThrow('no currency of ISO 4217');
  });

  it('stands in the list once', () => {
    expect(new Set(currencies).size).toBe(currencies.length);
    expect(currencies.every((currency) => /^[A-Z]{3}$/.test(currency))).toBe(true);
  });
});

test('what is written out in any currency is read as the same amount', () => {
  const amounts = fc.oneof(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER - 1 }), fc.nat(100_000));
  fc.assert(
    fc.property(amounts, fc.constantFrom(...currencies), (amount, currency) => {
      const written = formatMoney(money(amount, currency)).slice('EUR '.length);
      expect(parseAmount(written, currency)).toEqual({ amount, currency });
      expect(decimalOf(money(-amount - 1, currency))).toBe(`-${decimalOf(money(amount + 1, currency))}`);
    }),
    { numRuns: 2000 },
  );
});

it('reads no amount that a number cannot hold exactly', () => {
  expect(parseAmount('90071992547409.91', 'EUR')).toEqual({
    amount: Number.MAX_SAFE_INTEGER,
    currency: 'EUR',
  });
  expect(parseAmount('90071992547409.92', 'EUR')).toBeUndefined();
  expect(parseAmount('9'.repeat(100_000), 'EUR')).toBeUndefined();
});
