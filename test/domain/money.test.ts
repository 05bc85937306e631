import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fraction, money, parseAmount, percentOf } from '../../domain/billing/money.ts';

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
