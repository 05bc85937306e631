import { fraction, type Money, subtract } from '../billing/money.ts';
import { addDays, addMonths, type CivilDate, civilDate, daysBetween, earlierOf } from '../calendar.ts';
import type { Days } from '../time/days.ts';
import type { ChargedTerm } from './charged-terms.ts';

/** The months that a period touches, such as 2026-01. */
export function monthsOf({ from, to }: Days): readonly string[] {
  const months: string[] = [];
  for (let first = civilDate(`${from.slice(0, 7)}-01`); first <= to; first = addMonths(first, 1))
    months.push(first.slice(0, 7));
  return months;
}

/**
 * What of a term's net falls into a month: it is spread over the term's days evenly, and rounded so that the months of a
 * term add up to its net.
 */
export function revenueIn(term: ChargedTerm, month: string): Money {
  const first = civilDate(`${month}-01`);
  return subtract(earnedBefore(term, addMonths(first, 1)), earnedBefore(term, first));
}

/** What of a term's net falls on days before `day`. */
function earnedBefore({ from, to, net }: ChargedTerm, day: CivilDate): Money {
  const end = addDays(to, 1);
  const passed = Math.max(0, daysBetween(from, earlierOf(day, end)));
  return fraction(net, BigInt(passed), BigInt(daysBetween(from, end)));
}
