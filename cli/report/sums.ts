import { add, money, type Money } from '../../domain/billing/money.ts';

/** Sums of money by a key and by currency, in the order in which they came. */
export class Sums {
  readonly #sums = new Map<string, Money>();

  add(key: string, amount: Money): void {
    const place = `${key} ${amount.currency}`;
    this.#sums.set(place, add(this.#sums.get(place) ?? money(0, amount.currency), amount));
  }

  /** The sum of a key in a currency; nothing where there was none. */
  of(key: string, currency: string): Money {
    return this.#sums.get(`${key} ${currency}`) ?? money(0, currency);
  }
}
