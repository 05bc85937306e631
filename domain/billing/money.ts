import * as z from 'zod';

/** An amount in minor units (cents, pence; yen have none) of an ISO 4217 currency. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export const moneySchema = z.strictObject({ amount: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });

export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of minor units`);
  return { amount, currency };
}

export function add(a: Money, b: Money): Money {
  return money(a.amount + b.amount, sameCurrency(a, b));
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

const decimals = new Map<string, number>();

/** How many decimals a currency is written with: 2 for EUR, 0 for JPY. Asked once: the answer takes long. */
export function decimalsOf(currency: string): number {
  const known = decimals.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const found = format.resolvedOptions().maximumFractionDigits ?? 2;
  decimals.set(currency, found);
  return found;
}

/** An amount as operators read it, and as `parseAmount` reads its figures: NZD 552.00. */
export function formatMoney({ amount, currency }: Money): string {
  const decimals = decimalsOf(currency);
  return `${currency} ${(amount / 10 ** decimals).toFixed(decimals)}`;
}

/** Reads a written amount such as `1450.50`; undefined where it is none, is negative or has too many decimals. */
export function parseAmount(text: string, currency: string): Money | undefined {
  const decimals = decimalsOf(currency);
  const parts = /^(\d{1,12})(?:\.(\d+))?$/.exec(text);
  if (!parts) return undefined;
  const [, whole = '', decimal = ''] = parts;
  if (decimal.length > decimals) return undefined;
  return money(Number(whole + decimal.padEnd(decimals, '0')), currency);
}

function sameCurrency(a: Money, b: Money): string {
  if (a.currency !== b.currency)
    throw new RangeError(`${a.currency} and ${b.currency} cannot be reckoned together`);
  return a.currency;
}
