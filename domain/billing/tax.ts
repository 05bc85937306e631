import type { CivilDate } from '../calendar.ts';
import type { Facts } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import { add, type Money, percentOf } from './money.ts';
import type { Untaxed } from './tax-terms.ts';

/** What decides a customer's tax. */
export type TaxedCustomer = Pick<Facts, 'country' | 'hasVatId' | 'isTaxExempt'>;

export interface Taxed {
  readonly net: Money;
  readonly taxPercent: number;
  readonly tax: Money;
  /** Gross. */
  readonly total: Money;
  readonly untaxed?: Untaxed | undefined;
}

/** A net amount with the tax of a customer on a day, rounded half up (docs/rules.md §4.3). */
export function taxed(plan: Plan, customer: TaxedCustomer, on: CivilDate, net: Money): Taxed {
  const untaxed = whyUntaxed(plan, customer);
  const taxPercent = untaxed === undefined ? rateOn(plan, customer.country, on) : 0;
  const tax = percentOf(net, taxPercent);
  const sums = { net, taxPercent, tax, total: add(net, tax) };
  return untaxed === undefined ? sums : { ...sums, untaxed };
}

function whyUntaxed(plan: Plan, { country, hasVatId, isTaxExempt }: TaxedCustomer): Untaxed | undefined {
  if (isTaxExempt === true) return 'exempt';
  return hasVatId === true && plan.reverseCharge.includes(country) ? 'reverse-charge' : undefined;
}

/** Before the first of dated rates, as in a country without one, there is none. */
function rateOn({ taxByCountry }: Plan, country: string, on: CivilDate): number {
  const rates = Object.hasOwn(taxByCountry, country) ? taxByCountry[country] : undefined;
  if (typeof rates === 'number') return rates;
  return rates?.findLast(({ from }) => from <= on)?.percent ?? 0;
}
