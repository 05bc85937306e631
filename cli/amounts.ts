import { decimalsOf, type Money } from '../domain/money.ts';

/** An amount as operators read it, and as `parseAmount` reads its figures: NZD 552.00. */
export function inFigures({ amount, currency }: Money): string {
  const decimals = decimalsOf(currency);
  return `${currency} ${(amount / 10 ** decimals).toFixed(decimals)}`;
}
