import * as z from 'zod/mini';
import { currencySchema, decimalsOf } from './currency.ts';

/** An amount in minor units (cents, pence; yen have none) of an ISO 4217 currency. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export const moneySchema = z.strictObject({ amount: z.int(), currency: currencySchema });

/**
 * What a person or a book may give at most, in minor units: all that follows from it, over years and with tax, is still
 * counted exactly.
 */
export const mostGiven = 10_000_000_000_000;

/** An amount that a person or a book gives: nothing or more, and at most `mostGiven`. */
export const givenMoneySchema = moneySchema.check(
  z.refine(({ amount }) => amount >= 0 && amount <= mostGiven, {
    error: ({ input }) => {
      const { data } = moneySchema.safeParse(input);
      return data === undefined ? 'expected an amount' : `expected 0 to ${mostGivenInWords(data.currency)}`;
    },
  }),
);

/** The most that a person or a book may give, in the notation of its currency. */
export function mostGivenInWords(currency: string): string {
  return formatMoney(money(mostGiven, currency));
}

export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of minor units`);
  return { amount, currency };
}

export function add(a: Money, b: Money): Money {
  return money(a.amount + b.amount, sameCurrency(a, b));
}

export function isSameMoney(a: Money, b: Money): boolean {
  return a.amount === b.amount && a.currency === b.currency;
}

export function subtract(a: Money, b: Money): Money {
  return money(a.amount - b.amount, sameCurrency(a, b));
}

/** `value` × `numerator` ÷ `denominator`, rounded half up to a minor unit, exactly. */
export function fraction(value: Money, numerator: bigint, denominator: bigint): Money {
  const scaled = BigInt(value.amount) * numerator * 2n + denominator;
  const divisor = denominator * 2n;
  const quotient = scaled / divisor;
  const floored = scaled % divisor < 0n ? quotient - 1n : quotient;
  return money(Number(floored), value.currency);
}

/** The share `percent` (with up to two decimals) of `value`, rounded half up. */
export function percentOf(value: Money, percent: number): Money {
  return fraction(value, hundredths(percent), 10_000n);
}

/** A percentage with up to two decimals as a whole number of hundredths: 19.5 is 1950. */
export function hundredths(percent: number): bigint {
  return BigInt(Math.round(percent * 100));
}

/** An amount in major units, with all decimals of its currency and exactly: 552.00, -0.50, 1200. */
export function decimalOf({ amount, currency }: Money): `${number}` {
  const decimals = decimalsOf(currency);
  if (decimals === 0) return `${amount}`;
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const sign = amount < 0 ? '-' : '';
  const text = `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  if (isDecimal(text)) return text;
  throw new RangeError(`${amount} is not a whole number of minor units`);
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+\.\d+$/.test(text);
}

/** An amount as operators read it, and as `parseAmount` reads its figures: NZD 552.00. */
export function formatMoney(money: Money): string {
  return `${money.currency} ${decimalOf(money)}`;
}

/**
 * Reads a written amount such as `1450.50`; undefined where it is none, is negative, has too many decimals or more
 * minor units than a number holds exactly (2^53).
 */
export function parseAmount(text: string, currency: string): Money | undefined {
  const decimals = decimalsOf(currency);
  const parts = /^(\d{1,16})(?:\.(\d{1,4}))?$/.exec(text);
  if (!parts) return undefined;
  const [, whole = '', decimal = ''] = parts;
  if (decimal.length > decimals) return undefined;
  const amount = Number(whole + decimal.padEnd(decimals, '0'));
  return Number.isSafeInteger(amount) ? money(amount, currency) : undefined;
}

function sameCurrency(a: Money, b: Money): string {
  if (a.currency !== b.currency)
    throw new RangeError(`${a.currency} and ${b.currency}: the amounts are in different currencies`);
  return a.currency;
}
