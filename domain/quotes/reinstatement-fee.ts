import { addDays, type CivilDate, daysBetween } from '../calendar.ts';
import { listPriceOf } from '../changes/module.ts';
import { lastCoveredDay } from '../cover/cover-period.ts';
import type { Facts, LapsedStanding } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import { add, fraction, hundredths, money, type Money, percentOf } from '../billing/money.ts';
import type { Line } from '../billing/price.ts';
import { byYears, rateOfYear } from '../billing/pricing.ts';

/** Days since the first day without cover: the age of a lapse. */
function ageOf(lapsed: LapsedStanding, today: CivilDate): number {
  return daysBetween(addDays(lastCoveredDay(lapsed), 1), today);
}

/** What a reinstatement costs in addition to its term, by the age of the lapse (docs/rules.md §6.8). */
export function feeLines(
  plan: Plan,
  facts: Facts,
  lapsed: LapsedStanding,
  today: CivilDate,
): readonly Line[] {
  const days = ageOf(lapsed, today);
  const reached = (plan.reinstatement.fees ?? [])
    .filter(({ fromDays }) => fromDays <= days)
    .toSorted((a, b) => b.fromDays - a.fromDays);
  const [due] = reached;
  if (due === undefined) return [];
  if ('fixed' in due.fee) {
    return [{ basis: 'reinstatement-fee', days, net: money(due.fee.fixed, plan.currency) }];
  }
  const { percentOfGap: percent } = due.fee;
  const net = percentOf(costOfGap(plan, facts, lapsed, today), percent);
  return net.amount === 0 ? [] : [{ basis: 'reinstatement-fee', days, percent, net }];
}

/** Why a lapse is too old to be reinstated; undefined where it is not. */
export function whyTooOld(
  { id, reinstatement }: Plan,
  lapsed: LapsedStanding,
  today: CivilDate,
): string | undefined {
  const { quotedUntilDays } = reinstatement;
  const days = ageOf(lapsed, today);
  if (quotedUntilDays === undefined || days <= quotedUntilDays) return undefined;
  return `cover ended ${days} days ago, and ${id} reinstates it for ${quotedUntilDays} days only`;
}

/** What the days without cover would have cost, by days of each calendar year. */
function costOfGap(plan: Plan, facts: Facts, lapsed: LapsedStanding, today: CivilDate): Money {
  const gap = byYears(addDays(lastCoveredDay(lapsed), 1), addDays(today, -1));
  const [perYear, percent] = yearlyPrice(plan, facts, lapsed);
  return gap
    .map(({ days, ofDays }) => fraction(perYear, percent * BigInt(days), 10_000n * BigInt(ofDays)))
    .reduce(add, money(0, plan.currency));
}

/** The price of a year that would have followed, as so many hundredths of a per cent of an amount. */
function yearlyPrice(plan: Plan, facts: Facts, { lastTerm }: LapsedStanding): readonly [Money, bigint] {
  if (plan.price.kind === 'flat')
    return [money(plan.price.perYear[facts.product] ?? 0, plan.currency), 10_000n];
  const year = Math.floor(lastTerm.chainMonths / 12) + 1;
  return [listPriceOf(facts.modules, plan.currency), hundredths(rateOfYear(plan, facts, year))];
}
