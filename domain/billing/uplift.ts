import * as z from 'zod/mini';
import { type Money, percentOf, add } from './money.ts';

/** So many per cent more for each further year of the chain, compounded. */
export const upliftSchema = z.strictObject({
  percent: z.number().check(z.minimum(0), z.maximum(100), z.multipleOf(0.01)),
  /** The most that all of it adds to the price of the first year, in per cent; unset: no limit. */
  most: z.optional(z.number().check(z.minimum(0), z.maximum(1000), z.multipleOf(0.01))),
});

export type Uplift = z.infer<typeof upliftSchema>;

/** What a year costs after `further` years of the chain; each year is rounded half up (docs/rules.md §4.21). */
export function upliftedYear({ percent, most }: Uplift, firstYear: Money, further: number): Money {
  let year = firstYear;
  const limit = most === undefined ? undefined : add(firstYear, percentOf(firstYear, most));
  for (let passed = 0; passed < further; passed += 1) {
    const next = add(year, percentOf(year, percent));
    if (next.amount === year.amount) return year;
    if (limit !== undefined && next.amount >= limit.amount) return limit;
    year = next;
  }
  return year;
}
