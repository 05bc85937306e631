import { describe, expect, it } from 'vitest';
import { readAmount } from '../../cli/book/values/amount.ts';
import { currencies, decimalsOf } from '../../domain/billing/currency.ts';
import { decimalOf, formatMoney, money, parseAmount } from '../../domain/billing/money.ts';
import { formatsOf } from '../../wording/text/formats.ts';

const amounts = [0, 1, 9, 10, 99, 100, 12_345, 1_234_567, 10 ** 13];
const locales = ['en-GB', 'en-US', 'de-DE', 'de-AT', 'de-CH', 'fr-FR', 'ja-JP', 'ar-EG', 'fa-IR', 'hi-IN'];

describe('an amount of every currency of ISO 4217', () => {
  it('is read back from the way in which operators read it, with a point or a comma', () => {
    for (const currency of currencies) {
      for (const amount of amounts) {
        const given = money(amount, currency);
        const written = formatMoney(given).replace(`${currency} `, '');
        expect([currency, parseAmount(written, currency)]).toEqual([currency, given]);
        // With three decimals, a comma before them may part thousands: such an amount is refused.
        const isDoubtful = decimalsOf(currency) === 3 && amount >= 1000 && amount < 1_000_000;
        expect([currency, readAmount(written.replace('.', ','), currency)]).toEqual([
          currency,
          isDoubtful ? undefined : given,
        ]);
      }
    }
  });

  it('is written to customers with all its decimals, and no others, in every locale', () => {
    for (const locale of locales) {
      const { money: written } = formatsOf(locale);
      for (const currency of currencies) {
        const decimals = decimalsOf(currency);
        for (const amount of amounts) {
          const text = written(money(amount, currency));
          const digits = (/\d[\d.,\s'\u2019]*/.exec(text)?.[0] ?? '').replaceAll(/\D/g, '');
          expect([locale, text, digits]).toEqual([
            locale,
            text,
            decimalOf(money(amount, currency)).replace('.', ''),
          ]);
          if (decimals > 0) expect(text).toMatch(new RegExp(`[.,]\\d{${decimals}}(?!\\d)`));
        }
      }
    }
  });
});
