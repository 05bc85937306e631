import { addMonths, type CivilDate, laterOf } from '../calendar.ts';
import type { ActiveStanding, Facts, Term } from '../licence/licence.ts';
import { listPriceOf, type Module } from './module.ts';
import { fraction, hundredths, type Money, money, subtract } from '../billing/money.ts';
import type { Plan } from '../plan/plan.ts';
import type { Line } from '../billing/price.ts';
import { byYears, rateOfYear } from '../billing/pricing.ts';
import type { ListedEdition, ListedMigration } from './look-up.ts';

/**
 * What modules cost that are added on a day: from then to the end of the running term at its rate, by days ÷ days of
 * the calendar year, each year's period rounded by itself (docs/rules.md §4.2). Without a line where the term is over.
 */
export function linesOfModules(
  plan: Plan,
  facts: Facts,
  modules: readonly Module[],
  { term, coveredSince }: ActiveStanding,
  on: CivilDate,
): readonly Line[] {
  const list = listPriceOf(modules, plan.currency);
  const rate = term.rate ?? rateOfYear(plan, facts, yearOfChain(term, on));
  return byYears(laterOf(on, coveredSince), term.ends).map((period): Line => {
    const net = fraction(list, hundredths(rate) * BigInt(period.days), 10_000n * BigInt(period.ofDays));
    return { basis: 'share-by-days', list, rate, ...period, net };
  });
}

/** The year of the chain of terms that a day of the running term is in, from 1. */
function yearOfChain({ chainMonths, ends }: Term, on: CivilDate): number {
  let left = 1;
  while (addMonths(on, left) <= ends) left += 1;
  return Math.max(Math.floor((chainMonths - left) / 12), 0) + 1;
}

/** What an edition costs, less a credit. */
export function linesOfEdition(
  plan: Plan,
  { name, module: { listPrice: list } }: ListedEdition,
  credited: Money | undefined,
): readonly Line[] {
  const lines: Line[] = [{ basis: 'list', item: name, list, net: list }];
  if (credited !== undefined)
    lines.push({ basis: 'credit', net: subtract(money(0, plan.currency), credited) });
  return lines;
}

/** The work of a migration: hours with two decimals at most, and hardware as it was quoted, net. */
export interface Work {
  readonly hours: number;
  readonly hardware: Money;
}

/** What a migration costs: its software unless that is free, labour by the hour, hardware as quoted. */
export function linesOfMigration(
  facts: Facts,
  { software: list, labourPerHour: perHour }: ListedMigration,
  { hours, hardware }: Work,
  isSoftwareFree: boolean,
): readonly Line[] {
  const lines: Line[] = [
    { basis: 'list', item: facts.product, list, net: isSoftwareFree ? { ...list, amount: 0 } : list },
  ];
  if (hours > 0)
    lines.push({ basis: 'labour', hours, perHour, net: fraction(perHour, hundredths(hours), 100n) });
  if (hardware.amount > 0) lines.push({ basis: 'hardware', net: hardware });
  return lines;
}
