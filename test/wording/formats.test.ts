import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/calendar.ts';
import { currencies } from '../../domain/billing/currency.ts';
import { money, parseAmount } from '../../domain/billing/money.ts';
import { formatsOf, languageOf } from '../../wording/text/formats.ts';
import { plain } from '../support/mail/mails.ts';

const written: readonly [
  locale: string,
  date: string,
  nzd: string,
  eur: string,
  jpy: string,
  percent: string,
][] = [
  ['en-NZ', '5 March 2026', '$1,450.50', '€1,450.50', 'JP¥1,450', '19.5%'],
  ['en-GB', '5 March 2026', 'NZ$1,450.50', '€1,450.50', 'JP¥1,450', '19.5%'],
  ['de-DE', '5. März 2026', '1.450,50 NZ$', '1.450,50 €', '1.450 ¥', '19,5 %'],
  ['de-AT', '5. März 2026', 'NZ$ 1.450,50', '€ 1.450,50', '¥ 1.450', '19,5 %'],
  ['en-US', 'March 5, 2026', 'NZ$1,450.50', '€1,450.50', '¥1,450', '19.5%'],
  ['de-CH', '5. März 2026', "NZ$ 1'450.50", "EUR 1'450.50", "¥ 1'450", '19.5%'],
];

describe('a locale', () => {
  it.each(written)(
    '%s writes dates, amounts and shares its own way',
    (locale, date, nzd, eur, jpy, percent) => {
      const formats = formatsOf(locale);
      expect(formats.date(civilDate('2026-03-05'))).toBe(date);
      expect(plain(formats.money(money(1450_50, 'NZD')))).toBe(nzd);
      expect(plain(formats.money(money(1450_50, 'EUR')))).toBe(eur);
      expect(plain(formats.money(money(1450, 'JPY')))).toBe(jpy);
      expect(plain(formats.percent(19.5))).toBe(percent);
    },
  );

  it.each(['fr-FR', 'ja-JP', 'ar-EG', 'fa-IR', 'hi-IN', 'th-TH'])(
    'of a language that is not written, %s, writes all as British English does',
    (locale) => {
      const formats = formatsOf(locale);
      expect(formats.date(civilDate('2026-02-28'))).toBe('28 February 2026');
      expect(formats.money(money(1450_50, 'EUR'))).toBe('€1,450.50');
      expect(formats.country('DE')).toBe('Germany');
    },
  );

  it.each(['en-GB-u-nu-arab', 'en-GB-u-ca-buddhist', 'en-Arab-GB'])(
    'keeps to European digits and the calendar of the contract, whatever else it asks for: %s',
    (locale) => {
      expect(formatsOf(locale).date(civilDate('2026-02-28'))).toBe('28 February 2026');
      expect(formatsOf(locale).money(money(1450_50, 'EUR'))).toBe('€1,450.50');
    },
  );

  it('writes amounts with the decimals of ISO 4217, in every currency and exactly', () => {
    const format = formatsOf('en-GB');
    expect(plain(format.money(money(20_000, 'HUF')))).toBe('HUF 200.00');
    expect(plain(format.money(money(20_000, 'IQD')))).toBe('IQD 20.000');
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom(...currencies), (amount, currency) => {
        const figures = format.money(money(amount, currency)).replace(/^\D*/, '').replaceAll(',', '');
        expect(parseAmount(figures, currency)).toEqual({ amount, currency });
      }),
    );
  });

  it('is read as English where it is none, so that a slip in a book does not keep a mail from its reader', () => {
    expect(formatsOf('en_NZ!').date(civilDate('2026-03-05'))).toBe('March 5, 2026');
    expect(languageOf('')).toBe('en');
  });

  it('has a language', () => {
    expect(['de-DE', 'de-AT', 'de', 'ja-JP'].map(languageOf)).toEqual(['de', 'de', 'de', 'ja']);
  });
});
