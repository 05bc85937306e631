import { describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/calendar.ts';
import { money } from '../../domain/billing/money.ts';
import { formatsOf, languageOf } from '../../wording/text/formats.ts';
import { plain } from '../mail/support/mails.ts';

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
  ['ja-JP', '2026年3月5日', 'NZ$1,450.50', '€1,450.50', '￥1,450', '19.5%'],
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

  it('keeps to the calendar of the contract, whatever the customer uses at home', () => {
    expect(formatsOf('th-TH').date(civilDate('2026-03-05'))).toContain('2026');
  });

  it('is read as English where it is none, so that a slip in a book does not keep a mail from its reader', () => {
    expect(formatsOf('en_NZ!').date(civilDate('2026-03-05'))).toBe('March 5, 2026');
    expect(languageOf('')).toBe('en');
  });

  it('has a language', () => {
    expect(['de-DE', 'de-AT', 'de', 'ja-JP'].map(languageOf)).toEqual(['de', 'de', 'de', 'ja']);
  });
});
