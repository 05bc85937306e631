import { contractNamed, oldContractsOf } from '../../../domain/old-contracts/named.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { mistakeIn } from '../values/check.ts';
import type { KnownCustomers } from './customers.ts';
import { licenceRowSchema } from './licence-row.ts';
import type { Mistake } from '../values/mistakes.ts';
import { readModules } from '../values/modules.ts';
import type { Row } from '../table/row.ts';

/** What a row of licences.csv must be in addition to the rules of each field (docs/rules.md §15.4). */

export const file = 'licences.csv';

export function checkReferences(
  row: Row,
  plans: readonly Plan[],
  customers: KnownCustomers,
): readonly Mistake[] {
  const { planId = '', customerId = '' } = row.cells;
  const mistakes: Mistake[] = [];
  const names = [...plans.map(({ id }) => id), ...oldContractsOf(plans).map(({ contract }) => contract)];
  if (planId !== '' && !names.includes(planId)) {
    mistakes.push(mistakeIn(file, row, 'planId', `one of ${names.join(', ')}`));
  }
  if (customerId !== '' && customers.has(customerId) === false) {
    mistakes.push(mistakeIn(file, row, 'customerId', 'a customerId that customers.csv has'));
  }
  return mistakes;
}

/** An honoured contract is taken where it is in place already: with the end of its cover. */
export function checkContract(row: Row, plans: readonly Plan[]): readonly Mistake[] {
  const { planId = '', coverEnds = '' } = row.cells;
  const old = contractNamed(plans, planId);
  if (old === undefined || !old.isHonoured || coverEnds !== '') return [];
  const closed = `${planId} is closed to new sales: use ${old.plan.id}`;
  return [mistakeIn(file, row, 'planId', `a contract in place, with its coverEnds (${closed})`)];
}

const coverSchema = licenceRowSchema.pick({ coverStarts: true, coverEnds: true });

export function checkCover(row: Row): readonly Mistake[] {
  const cover = coverSchema.safeParse(row.cells);
  if (!cover.success || cover.data.coverStarts === undefined) return [];
  const { coverStarts, coverEnds } = cover.data;
  if (coverEnds === undefined)
    return [mistakeIn(file, row, 'coverEnds', `the end of the cover that starts on ${coverStarts}`)];
  if (coverStarts <= coverEnds) return [];
  return [mistakeIn(file, row, 'coverStarts', `a day that is not after coverEnds (${coverEnds})`)];
}

export function checkAgainstPlan(row: Row, plan: Plan): readonly Mistake[] {
  return [
    ...checkPrice(row, plan),
    ...checkPurchase(row, plan),
    ...checkYears(row, plan),
    ...checkYearEnd(row, plan),
  ];
}

function checkPrice(row: Row, plan: Plan): readonly Mistake[] {
  const { modules = '', product = '' } = row.cells;
  const mistakes: Mistake[] = [];
  const read = readModules(modules, plan.currency);
  if (!read.ok) mistakes.push(mistakeIn(file, row, 'modules', read.expected));
  if (plan.price.kind === 'flat' && product !== '' && !Object.hasOwn(plan.price.perYear, product)) {
    const priced = Object.keys(plan.price.perYear).join(', ');
    mistakes.push(mistakeIn(file, row, 'product', `a product that ${plan.id} has a price for: ${priced}`));
  }
  if (plan.price.kind === 'share-of-list' && modules === '' && !isSubscription(row)) {
    const expected = `SKU=list price;… (${plan.id} costs a share of the list price)`;
    mistakes.push(mistakeIn(file, row, 'modules', expected));
  }
  return mistakes;
}

function checkPurchase(row: Row, plan: Plan): readonly Mistake[] {
  const { purchasedOn, coverEnds } = row.cells;
  const isNeeded = plan.firstTerm.from === 'purchasedOn' && coverEnds === '' && !isSubscription(row);
  if (!isNeeded || purchasedOn !== '') return [];
  return [mistakeIn(file, row, 'purchasedOn', `a date: ${plan.id} counts its first term from it`)];
}

const yearsSchema = licenceRowSchema.pick({ initialYears: true });

function checkYears(row: Row, plan: Plan): readonly Mistake[] {
  const { length } = plan.firstTerm;
  const years = yearsSchema.safeParse(row.cells);
  if (length.kind !== 'years-bought' || !years.success || years.data.initialYears <= length.most) return [];
  return [mistakeIn(file, row, 'initialYears', `1 to ${length.most} years, as ${plan.id} is sold with`)];
}

function checkYearEnd(row: Row, plan: Plan): readonly Mistake[] {
  const cover = coverSchema.safeParse(row.cells);
  const coverEnds = cover.data?.coverEnds;
  if (plan.term.kind !== 'calendar-year' || coverEnds === undefined || coverEnds.endsWith('-12-31'))
    return [];
  return [mistakeIn(file, row, 'coverEnds', `a 31 December: the terms of ${plan.id} are calendar years`)];
}

function isSubscription(row: Row): boolean {
  return row.cells['model'] === 'subscription';
}
