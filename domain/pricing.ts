import {
  type CivilDate,
  daysBetween,
  daysInYear,
  earlierOf,
  firstOfYear,
  laterOf,
  lastOfYear,
  yearOf,
} from './calendar.ts';
import type { Charge, Facts, Line, Price } from './licence.ts';
import { add, fraction, hundredths, type Money, money } from './money.ts';
import type { Plan } from './plan.ts';
import { taxed } from './tax.ts';

/** What a term costs that starts by itself: its first charge by days, later ones for a whole term. */
export function priceOfCharge(plan: Plan, facts: Facts, charge: Charge): Price {
  if (charge.kind === 'initial') return priced(plan, facts, byDays(plan, facts, charge.from, charge.to));
  return priced(plan, facts, [yearsOf(plan, facts, charge.termNumber, 1)]);
}

/** What `years` more cost from term `termNumber` on. */
export function priceOfYears(plan: Plan, facts: Facts, termNumber: number, years: number): Price {
  return priced(plan, facts, [yearsOf(plan, facts, termNumber, years)]);
}

/** What coming back after a lapse costs, at the plan's own rate for it where it has one. */
export function priceOfNewTerm(plan: Plan, facts: Facts, years: number): Price {
  const { price, reinstatement } = plan;
  if (price.kind === 'share-of-list' && reinstatement.kind === 'new-term' && reinstatement.rate !== null) {
    return priced(plan, facts, [shareOfList(facts, plan.currency, reinstatement.rate, years, 0)]);
  }
  return priceOfYears(plan, facts, 1, years);
}

/** All charges from `from` through the end of the year of `today` (plans.md, Reinstatement). */
export function priceOfBackCharge(plan: Plan, facts: Facts, from: CivilDate, today: CivilDate): Price {
  return priced(plan, facts, byDays(plan, facts, from, lastOfYear(yearOf(today))));
}

/** The list price of all modules in use. */
function listPrice(facts: Facts, currency: string): Money {
  return facts.modules.reduce((sum, module) => add(sum, module.listPrice), money(0, currency));
}

function yearsOf(plan: Plan, facts: Facts, termNumber: number, years: number): Line {
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
  const { ratesByTerm, discountByYears } = plan.price;
  const rate = ratesByTerm[Math.min(termNumber, ratesByTerm.length) - 1];
  if (rate === undefined) throw new RangeError(`plan ${plan.id} has no rate for term ${termNumber}`);
  return shareOfList(facts, plan.currency, rate, years, discountByYears[String(years)] ?? 0);
}

function shareOfList(facts: Facts, currency: string, rate: number, years: number, discount: number): Line {
  const list = listPrice(facts, currency);
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
  const lines: Line[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const starts = laterOf(from, firstOfYear(year));
    const ends = earlierOf(to, lastOfYear(year));
    const days = daysBetween(starts, ends) + 1;
    const ofDays = daysInYear(year);
    const net = fraction(perYear, BigInt(days), BigInt(ofDays));
    lines.push({
      basis: 'by-days',
      product: facts.product,
      perYear,
      from: starts,
      to: ends,
      days,
      ofDays,
      net,
    });
  }
  return lines;
}

function flatPrice(plan: Plan, facts: Facts): Money {
  const perYear = plan.price.kind === 'flat' ? plan.price.perYear[facts.product] : undefined;
  if (perYear === undefined) throw new RangeError(`plan ${plan.id} has no yearly price for ${facts.product}`);
  return money(perYear, plan.currency);
}

function priced(plan: Plan, facts: Facts, lines: readonly Line[]): Price {
  const net = lines.reduce((sum, line) => add(sum, line.net), money(0, plan.currency));
  return { lines: [...lines], ...taxed(plan, facts.country, net) };
}
