import { add, type Money, percentOf } from './money.ts';
import type { Plan } from '../plan/plan.ts';

export interface Taxed {
  readonly net: Money;
  readonly taxPercent: number;
  readonly tax: Money;
  /** Gross. */
  readonly total: Money;
}

/** A net amount with the tax of the customer's country, rounded half up (plans.md, Money). */
export function taxed(plan: Plan, country: string, net: Money): Taxed {
  const taxPercent = plan.taxByCountry[country] ?? 0;
  const tax = percentOf(net, taxPercent);
  return { net, taxPercent, tax, total: add(net, tax) };
}
