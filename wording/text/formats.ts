import type { CivilDate } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { decimalsOf } from '../../domain/billing/currency.ts';
import { decimalOf, type Money } from '../../domain/billing/money.ts';
import { oncePerKey } from './once.ts';

/** How a customer's locale writes dates, amounts and shares. */
export interface Formats {
  /** Written out, such as 5 March 2026. */
  readonly date: (date: CivilDate) => string;
  /** A moment with its weekday, as the clock of a time zone shows it, and the zone's name. */
  readonly moment: (moment: Instant, timeZone: string) => string;
  /** With the currency's sign or code, such as NZ$480.00. */
  readonly money: (money: Money) => string;
  /** A percentage such as 19 or 19.5. */
  readonly percent: (percent: number) => string;
  /** With two decimals at most. */
  readonly number: (number: number) => string;
  /** The name of a country (ISO 3166), such as Germany. */
  readonly country: (code: string) => string;
}

/**
 * Formats of a BCP 47 locale, in the language that its customers are written to: German or English as its region writes
 * them (de-AT, en-NZ), British English for every other language. A text that is no locale is read as English.
 */
export function formatsOf(locale: string): Formats {
  return formatsIn(writtenLocaleOf(locale));
}

/** The formats of a locale that `writtenLocaleOf` gives: there are few, so all are kept. */
const formatsIn = oncePerKey((tag): Formats => {
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const shares = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 2 });
  const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const countries = new Intl.DisplayNames(tag, { type: 'region' });
  const momentsIn = oncePerKey((timeZone) => momentFormat(tag, timeZone));
  const amountsIn = oncePerKey((currency) => amountFormat(tag, currency));
  return {
    date: (date) => dates.format(Date.parse(date)),
    moment: (moment, timeZone) => momentsIn(timeZone)(Date.parse(moment)),
    money: (money) => amountsIn(money.currency).format(decimalOf(money)),
    percent: (percent) => shares.format(percent / 100),
    number: (number) => numbers.format(number),
    country: (code) => countries.of(code) ?? code,
  };
});

function amountFormat(tag: string, currency: string): Intl.NumberFormat {
  const digits = decimalsOf(currency);
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(tag, { style: 'currency', currency, ...decimals });
}

/** Writes moments with the name that the zone's clock has then, such as Central European Summer Time. */
function momentFormat(tag: string, timeZone: string): (at: number) => string {
  const moments = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'short', timeZone });
  const zones = new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'long' });
  return (at) => {
    const zone = zones.formatToParts(at).find(({ type }) => type === 'timeZoneName');
    return `${moments.format(at)} (${zone?.value ?? timeZone})`;
  };
}

/** The language part of a locale, such as de. */
export function languageOf(locale: string): string {
  return new Intl.Locale(localeOf(locale)).language;
}

/** With the digits and the calendar of Europe, whatever else the locale asks for. */
function writtenLocaleOf(locale: string): string {
  const { language, region } = new Intl.Locale(localeOf(locale));
  const regional = region === undefined ? language : `${language}-${region}`;
  const written = language === 'de' || language === 'en' ? regional : 'en-GB';
  return new Intl.Locale(written, { numberingSystem: 'latn', calendar: 'gregory' }).toString();
}

function localeOf(text: string): string {
  try {
    return new Intl.Locale(text).toString();
  } catch {
    return 'en';
  }
}
