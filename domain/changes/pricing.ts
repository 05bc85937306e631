import { type CivilDate, laterOf } from '../calendar.ts';
import type { ActiveStanding, Facts } from '../licence/licence.ts';
import { listPriceOf, type Module } from './module.ts';
import { fraction, hundredths, type Money, money, subtract } from '../billing/money.ts';
import type { Plan } from '../plan/plan.ts';
import type { Line, Price } from '../billing/price.ts';
import { byYears, priced, rateOfTerm } from '../billing/pricing.ts';
import type { ListedEdition, ListedMigration } from './look-up.ts';

/**
 * What modules cost that are added on a day: from then to the end of the running term at its rate, by days ÷ days of
 * the calendar year, each year's period rounded by itself (plans.md, Money). Without a line where the term is over.
 */
export function priceOfModules(
  plan: Plan,
  facts: Facts,
  modules: readonly Module[],
  { term, coveredSince }: ActiveStanding,
  on: CivilDate,
): Price {
  const list = listPriceOf(modules, plan.currency);
  const rate = term.rate ?? rateOfTerm(plan, facts, term.number);
  const lines = byYears(laterOf(on, coveredSince), term.ends).map((period): Line => {
    const net = fraction(list, hundredths(rate) * BigInt(period.days), 10_000n * BigInt(period.ofDays));
    return { basis: 'share-by-days', list, rate, ...period, net };
  });
  return priced(plan, facts, lines);
}

/** What an edition costs, less a credit. */
export function priceOfEdition(
  plan: Plan,
  facts: Facts,
  { name, module: { listPrice: list } }: ListedEdition,
  credited: Money | undefined,
): Price {
  const lines: Line[] = [{ basis: 'list', item: name, list, net: list }];
  if (credited !== undefined)
    lines.push({ basis: 'credit', net: subtract(money(0, plan.currency), credited) });
  return priced(plan, facts, lines);
}

/** The work of a migration: hours with two decimals at most, and hardware as it was quoted, net. */
export interface Work {
  readonly hours: number;
  readonly hardware: Money;
}

/** What a migration costs: its software unless that is free, labour by the hour, hardware as quoted. */
export function priceOfMigration(
  plan: Plan,
  facts: Facts,
  { software: list, labourPerHour: perHour }: ListedMigration,
  { hours, hardware }: Work,
  isSoftwareFree: boolean,
): Price {
  const lines: Line[] = [
    { basis: 'list', item: facts.product, list, net: isSoftwareFree ? { ...list, amount: 0 } : list },
  ];
  if (hours > 0)
    lines.push({ basis: 'labour', hours, perHour, net: fraction(perHour, hundredths(hours), 100n) });
  if (hardware.amount > 0) lines.push({ basis: 'hardware', net: hardware });
  return priced(plan, facts, lines);
}
