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
import { atAnnounced } from './announced-price.ts';
import { discounted } from './discount.ts';
import { add, fraction, hundredths, type Money, money, subtract } from './money.ts';
import type { Part } from './part.ts';
import type { Line, Price } from './price.ts';
import { ratesOfContract } from '../old-contracts/named.ts';
import type { Plan } from '../plan/plan.ts';
import { taxed } from './tax.ts';
import { type Uplift, upliftedYear } from './uplift.ts';

/** Months of an unbroken chain of terms: so many, and how many of the chain have passed when they end. */
interface Span {
  readonly months: number;
  readonly chainMonths: number;
}

/** What a term costs that starts by itself: a whole one by its months, a part of one by days (docs/rules.md §4.2). */
export function linesOfCharge(plan: Plan, facts: Facts, charge: Charge): readonly Line[] {
  const { months, chainMonths, from, to, list, part, announced } = charge;
  const at = atAnnounced(plan, facts, announced);
  if (months === undefined) return linesByDays(at.plan, at.facts, from, to);
  return byMonths(at.plan, at.facts, { months, chainMonths }, { discount: 0, list, part });
}

/** What `years` more, or a part of them, cost after so many months of the chain, less the discount for several at once. */
export function linesOfYears(
  plan: Plan,
  facts: Facts,
  chainMonths: number,
  years: number,
  part?: Part,
): readonly Line[] {
  const span = { months: years * 12, chainMonths: chainMonths + years * 12 };
  const discount = plan.price.kind === 'flat' ? 0 : (plan.price.discountByYears[String(years)] ?? 0);
  return byMonths(plan, facts, span, { discount, part });
}

/** What coming back to the plan after a lapse costs, at its own rate for it where it has one. */
export function linesOfNewTerm(plan: Plan, facts: Facts, years: number): readonly Line[] {
  const { price, reinstatement } = plan;
  if (price.kind === 'share-of-list' && reinstatement.kind === 'new-term' && reinstatement.rate !== null) {
    const list = listPriceOf(facts.modules, plan.currency);
    return sharesOfList(list, [{ rate: reinstatement.rate, months: years * 12 }], 0);
  }
  return linesOfYears(plan, { ...facts, contract: undefined }, 0, years);
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

interface Conditions {
  /** Per cent off for several years at once. */
  readonly discount: number;
  /** What the share is of: where it is not given, the list price of what is in use now. */
  readonly list?: Money | undefined;
  readonly part?: Part | undefined;
}

/** The months of a term; where the plan's prices rise with each year of the chain, year by year. */
function byMonths(plan: Plan, facts: Facts, span: Span, conditions: Conditions): readonly Line[] {
  const { uplift } = plan.price;
  if (uplift === undefined) return withoutUplift(plan, facts, span, conditions);
  return yearsOf(span).flatMap((inYear) => {
    const lines = withoutUplift(plan, facts, inYear, conditions);
    return [...lines, ...upliftOf(plan, facts, uplift, inYear, lines, conditions)];
  });
}

function withoutUplift(plan: Plan, facts: Facts, span: Span, conditions: Conditions): readonly Line[] {
  const { discount, list, part } = conditions;
  if (plan.price.kind === 'flat') {
    const { months } = span;
    const perYear = flatPrice(plan, facts);
    const net = fraction(perYear, ...shareOfYear(months, part));
    return [{ basis: 'flat', product: facts.product, perYear, ...lengthOf(months, part), net }];
  }
  const of = list ?? listPriceOf(facts.modules, plan.currency);
  return sharesOfList(of, monthsByRate(plan, facts, span), discount, part);
}

/** Months of a year, and how much of them counts, as a fraction of the year. */
function shareOfYear(
  months: number,
  part: Part | undefined,
): readonly [numerator: bigint, denominator: bigint] {
  const { days, ofDays } = part ?? { days: 1, ofDays: 1 };
  return [BigInt(months) * BigInt(days), 12n * BigInt(ofDays)];
}

/** The part of a span in each year of the chain. */
function yearsOf({ months, chainMonths }: Span): readonly Span[] {
  const spans: Span[] = [];
  for (let passed = chainMonths - months; passed < chainMonths;) {
    const to = Math.min((Math.floor(passed / 12) + 1) * 12, chainMonths);
    spans.push({ months: to - passed, chainMonths: to });
    passed = to;
  }
  return spans;
}

/** What the uplift adds to the lines of months in one year of the chain. */
function upliftOf(
  plan: Plan,
  facts: Facts,
  uplift: Uplift,
  { months, chainMonths }: Span,
  lines: readonly Line[],
  conditions: Conditions,
): readonly Line[] {
  const years = Math.floor((chainMonths - months) / 12);
  if (years === 0) return [];
  const wholeYear = { months: 12, chainMonths: (years + 1) * 12 };
  const firstYear = sumOf(plan, withoutUplift(plan, facts, wholeYear, { ...conditions, part: undefined }));
  const year = upliftedYear(uplift, firstYear, years);
  const net = subtract(fraction(year, ...shareOfYear(months, conditions.part)), sumOf(plan, lines));
  return net.amount === 0 ? [] : [{ basis: 'uplift', percent: uplift.percent, years, net }];
}

function sumOf({ currency }: Plan, lines: readonly Line[]): Money {
  return lines.reduce((sum, line) => add(sum, line.net), money(0, currency));
}

interface MonthsAtRate {
  readonly rate: number;
  readonly months: number;
}

/** The months of each rate, in the order of the chain's years; years at the same rate are one. */
function monthsByRate(plan: Plan, facts: Facts, { months, chainMonths }: Span): readonly MonthsAtRate[] {
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

/** A line for each rate: what its months add to the sum, which is rounded once. */
function sharesOfList(
  list: Money,
  parts: readonly MonthsAtRate[],
  discount: number,
  part?: Part,
): readonly Line[] {
  let passed = 0n;
  return parts.map(({ rate, months }): Line => {
    const [numerator, denominator] = shareOfYear(months, part);
    const sum = passed + numerator * hundredths(rate) * hundredths(100 - discount);
    const upTo = (share: bigint) => fraction(list, share, denominator * 100_000_000n);
    const net = subtract(upTo(sum), upTo(passed));
    passed = sum;
    return { basis: 'share-of-list', list, rate, ...lengthOf(months, part), discount, net };
  });
}

function lengthOf(months: number, part: Part | undefined) {
  const length = months % 12 === 0 ? { years: months / 12 } : { months };
  return part === undefined ? length : { ...length, part };
}

/** A flat price by days, one line for each calendar year that `from` to `to` touches. */
export function linesByDays(plan: Plan, facts: Facts, from: CivilDate, to: CivilDate): readonly Line[] {
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

/** Adds up lines, less the customer's discount, with the tax by what is known of the customer on a day. */
export function priced(plan: Plan, facts: Facts, on: CivilDate, lines: readonly Line[]): Price {
  return promised(plan, facts, on, discounted(facts, lines));
}

/** The same of lines whose net a quote has promised: only the tax is that of the day. */
export function promised(plan: Plan, facts: Facts, on: CivilDate, lines: readonly Line[]): Price {
  return { lines: [...lines], ...taxed(plan, facts, on, sumOf(plan, lines)) };
}
