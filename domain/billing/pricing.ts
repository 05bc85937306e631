import {
  type CivilDate,
  daysBetween,
  daysInYear,
  earlierOf,
  firstOfYear,
  laterOf,
  lastOfYear,
  yearOf,
} from '../calendar.ts';
import type { Charge, Facts } from '../licence/licence.ts';
import { listPriceOf } from '../changes/module.ts';
import { add, fraction, hundredths, type Money, money } from './money.ts';
import type { Line, Price } from './price.ts';
import { ratesOfContract } from '../old-contracts/named.ts';
import type { Plan } from '../plan/plan.ts';
import { taxed } from './tax.ts';

/** What a term costs that starts by itself: its first charge by days, later ones for a whole term. */
export function priceOfCharge(plan: Plan, facts: Facts, charge: Charge): Price {
  if (charge.kind === 'initial') return priced(plan, facts, byDays(plan, facts, charge.from, charge.to));
  const { termNumber, list } = charge;
  return priced(plan, facts, [yearsOf(plan, facts, termNumber, 1, list)]);
}

/** What `years` more cost from term `termNumber` on. */
export function priceOfYears(plan: Plan, facts: Facts, termNumber: number, years: number): Price {
  return priced(plan, facts, [yearsOf(plan, facts, termNumber, years)]);
}

/** What coming back to the plan after a lapse costs, at its own rate for it where it has one. */
export function priceOfNewTerm(plan: Plan, facts: Facts, years: number): Price {
  const { price, reinstatement } = plan;
  if (price.kind === 'share-of-list' && reinstatement.kind === 'new-term' && reinstatement.rate !== null) {
    const list = listPriceOf(facts.modules, plan.currency);
    return priced(plan, facts, [shareOfList(list, reinstatement.rate, years, 0)]);
  }
  return priceOfYears(plan, { ...facts, contract: undefined }, 1, years);
}

/** All charges from `from` through the end of the year of `today` (plans.md, Reinstatement). */
export function priceOfBackCharge(plan: Plan, facts: Facts, from: CivilDate, today: CivilDate): Price {
  return priced(plan, facts, byDays(plan, facts, from, lastOfYear(yearOf(today))));
}

/** The list price of what is in use, where the plan costs a share of it. */
export function inUse(plan: Plan, facts: Facts): Money | undefined {
  return plan.price.kind === 'flat' ? undefined : listPriceOf(facts.modules, plan.currency);
}

/**
 * Per cent of list price a year in term `termNumber`; the last rate holds from then on. Throws on a flat price.
 * An old contract that the plan honours has its own.
 */
export function rateOfTerm(plan: Plan, { contract }: Facts, termNumber: number): number {
  const { id, price } = plan;
  const rates = ratesOfContract(plan, contract) ?? (price.kind === 'flat' ? [] : price.ratesByTerm);
  const rate = rates[Math.min(termNumber, rates.length) - 1];
  if (rate === undefined) throw new RangeError(`plan ${id} has no rate for term ${termNumber}`);
  return rate;
}

/** `list` is what the share is of: where it is not given, the list price of what is in use now. */
function yearsOf(plan: Plan, facts: Facts, termNumber: number, years: number, list?: Money): Line {
  if (plan.price.kind === 'flat') {
    const perYear = flatPrice(plan, facts);
    return {
      basis: 'flat',
      product: facts.product,
      perYear,
      years,
      net: fraction(perYear, BigInt(years), 1n),
    };
  }
  const discount = plan.price.discountByYears[String(years)] ?? 0;
  const of = list ?? listPriceOf(facts.modules, plan.currency);
  return shareOfList(of, rateOfTerm(plan, facts, termNumber), years, discount);
}

function shareOfList(list: Money, rate: number, years: number, discount: number): Line {
  const numerator = hundredths(rate) * BigInt(years) * hundredths(100 - discount);
  return {
    basis: 'share-of-list',
    list,
    rate,
    years,
    discount,
    net: fraction(list, numerator, 100_000_000n),
  };
}

/** One line for each calendar year that `from` to `to` touches. */
function byDays(plan: Plan, facts: Facts, from: CivilDate, to: CivilDate): readonly Line[] {
  const perYear = flatPrice(plan, facts);
  return byYears(from, to).map((period): Line => {
    const net = fraction(perYear, BigInt(period.days), BigInt(period.ofDays));
    return { basis: 'by-days', product: facts.product, perYear, ...period, net };
  });
}

interface ChargedPeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly days: number;
  /** The days of its calendar year. */
  readonly ofDays: number;
}

/** The period in each calendar year that `from` to `to` touches; none where `to` is earlier. */
export function byYears(from: CivilDate, to: CivilDate): readonly ChargedPeriod[] {
  const periods: ChargedPeriod[] = [];
  if (to < from) return periods;
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const starts = laterOf(from, firstOfYear(year));
    const ends = earlierOf(to, lastOfYear(year));
    periods.push({ from: starts, to: ends, days: daysBetween(starts, ends) + 1, ofDays: daysInYear(year) });
  }
  return periods;
}

function flatPrice(plan: Plan, facts: Facts): Money {
  const perYear = plan.price.kind === 'flat' ? plan.price.perYear[facts.product] : undefined;
  if (perYear === undefined) throw new RangeError(`plan ${plan.id} has no yearly price for ${facts.product}`);
  return money(perYear, plan.currency);
}

/** Adds up lines, and the tax on their sum. */
export function priced(plan: Plan, facts: Facts, lines: readonly Line[]): Price {
  const net = lines.reduce((sum, line) => add(sum, line.net), money(0, plan.currency));
  return { lines: [...lines], ...taxed(plan, facts.country, net) };
}
