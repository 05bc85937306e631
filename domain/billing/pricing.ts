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

/** Months of an unbroken chain of terms: so many, and how many of the chain have passed when they end. */
interface Span {
  readonly months: number;
  readonly chainMonths: number;
}

/** What a term costs that starts by itself: a whole one by its months, a part of one by days (docs/rules.md §4.2). */
export function linesOfCharge(plan: Plan, facts: Facts, charge: Charge): readonly Line[] {
  const { months, chainMonths, from, to, list } = charge;
  if (months === undefined) return byDays(plan, facts, from, to);
  return byMonths(plan, facts, { months, chainMonths }, 0, list);
}

/** What `years` more cost after so many months of the chain, less the discount for buying them at once. */
export function linesOfYears(plan: Plan, facts: Facts, chainMonths: number, years: number): readonly Line[] {
  const span = { months: years * 12, chainMonths: chainMonths + years * 12 };
  const discount = plan.price.kind === 'flat' ? 0 : (plan.price.discountByYears[String(years)] ?? 0);
  return byMonths(plan, facts, span, discount);
}

/** What coming back to the plan after a lapse costs, at its own rate for it where it has one. */
export function linesOfNewTerm(plan: Plan, facts: Facts, years: number): readonly Line[] {
  const { price, reinstatement } = plan;
  if (price.kind === 'share-of-list' && reinstatement.kind === 'new-term' && reinstatement.rate !== null) {
    const list = listPriceOf(facts.modules, plan.currency);
    return [shareOfList(list, reinstatement.rate, years * 12, 0)];
  }
  return linesOfYears(plan, { ...facts, contract: undefined }, 0, years);
}

/** All charges from `from` through the end of the year of `today` (docs/rules.md §6.6). */
export function linesOfBackCharge(
  plan: Plan,
  facts: Facts,
  from: CivilDate,
  today: CivilDate,
): readonly Line[] {
  return byDays(plan, facts, from, lastOfYear(yearOf(today)));
}

/** The list price of what is in use, where the plan costs a share of it. */
export function inUse(plan: Plan, facts: Facts): Money | undefined {
  return plan.price.kind === 'flat' ? undefined : listPriceOf(facts.modules, plan.currency);
}

/**
 * Per cent of list price in year `year` of the chain of terms, from 1; the last rate holds from then on. Throws on a
 * flat price. An old contract that the plan honours has its own.
 */
export function rateOfYear(plan: Plan, { contract }: Pick<Facts, 'contract'>, year: number): number {
  const { id, price } = plan;
  const rates = ratesOfContract(plan, contract) ?? (price.kind === 'flat' ? [] : price.ratesByTerm);
  const rate = rates[Math.min(year, rates.length) - 1];
  if (rate === undefined) throw new RangeError(`plan ${id} has no rate for year ${year}`);
  return rate;
}

/** `list` is what the share is of: where it is not given, the list price of what is in use now. */
function byMonths(plan: Plan, facts: Facts, span: Span, discount: number, list?: Money): readonly Line[] {
  if (plan.price.kind === 'flat') {
    const { months } = span;
    const perYear = flatPrice(plan, facts);
    const net = fraction(perYear, BigInt(months), 12n);
    return [{ basis: 'flat', product: facts.product, perYear, ...lengthOf(months), net }];
  }
  const of = list ?? listPriceOf(facts.modules, plan.currency);
  return monthsByRate(plan, facts, span).map(({ rate, months }) => shareOfList(of, rate, months, discount));
}

/** The months of each rate, in the order of the chain's years; years at the same rate are one. */
function monthsByRate(
  plan: Plan,
  facts: Facts,
  { months, chainMonths }: Span,
): readonly { readonly rate: number; readonly months: number }[] {
  const parts: { rate: number; months: number }[] = [];
  for (let passed = chainMonths - months; passed < chainMonths;) {
    const year = Math.floor(passed / 12) + 1;
    const rate = rateOfYear(plan, facts, year);
    const inYear = Math.min(year * 12, chainMonths) - passed;
    const last = parts.at(-1);
    if (last?.rate === rate) last.months += inYear;
    else parts.push({ rate, months: inYear });
    passed += inYear;
  }
  return parts;
}

function shareOfList(list: Money, rate: number, months: number, discount: number): Line {
  const numerator = hundredths(rate) * BigInt(months) * hundredths(100 - discount);
  const net = fraction(list, numerator, 12n * 100_000_000n);
  return { basis: 'share-of-list', list, rate, ...lengthOf(months), discount, net };
}

function lengthOf(months: number): { readonly years: number } | { readonly months: number } {
  return months % 12 === 0 ? { years: months / 12 } : { months };
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

/** Adds up lines, and the tax on their sum by what is known of the customer on a day. */
export function priced(plan: Plan, facts: Facts, on: CivilDate, lines: readonly Line[]): Price {
  const net = lines.reduce((sum, line) => add(sum, line.net), money(0, plan.currency));
  return { lines: [...lines], ...taxed(plan, facts, on, net) };
}
