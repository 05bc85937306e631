import { decimalsOf } from '../../../domain/billing/currency.ts';
import { type Money, parseAmount } from '../../../domain/billing/money.ts';

/** Groups of three digits: between them a point, a comma, an apostrophe or a space of some width. */
const grouped = /^[1-9]\d{0,2}([.,'\u2019 \u00a0\u2009\u202f])\d{3}(?:\1\d{3})*(?:(?!\1)[.,](\d{1,4}))?$/;

/**
 * Reads an amount with a decimal point or a decimal comma: `1450.50`, `1450,50`, `1,450.50`, `1.450,50`,
 * `1 450,50`, `1'450.50`. Undefined for what is no amount of the currency, and for `1,450`, which can mean two amounts.
 */
export function readAmount(text: string, currency: string): Money | undefined {
  const [, separator, decimals] = grouped.exec(text) ?? [];
  if (separator === undefined) return parseAmount(text.replace(',', '.'), currency);
  const groups = text.split(separator);
  const isDecimalSign = separator === '.' || separator === ',';
  if (isDecimalSign && decimals === undefined && groups.length === 2) return parseAmount(text, currency);
  const whole = groups.join('').replace(/[.,]\d+$/, '');
  return parseAmount(decimals === undefined ? whole : `${whole}.${decimals}`, currency);
}

/** An amount of the currency as an example. */
export function exampleAmount(currency: string): string {
  return (1450.5).toFixed(decimalsOf(currency));
}
