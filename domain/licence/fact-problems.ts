import { enteredFactsSchema } from './entered-facts.ts';
import type { Facts } from './licence.ts';
import { ratesOfContract } from '../old-contracts/named.ts';
import type { Plan } from '../plan/plan.ts';

/** A fact that does not fit, and what is expected instead. */
export interface FactProblem {
  /** Its name in `Facts`, which is that of its column in a book. */
  readonly field: string;
  readonly expected: string;
}

/**
 * What a plan cannot register of a licence's facts, one problem a field; none where it can register all of them, and whatever happens to the
 * licence then can be decided and stored. Every door asks this (docs/rules.md §15.4).
 */
export function factProblems(plan: Plan, facts: Facts): readonly FactProblem[] {
  const problems = new Map<string, FactProblem>();
  for (const problem of allProblems(plan, facts))
    if (!problems.has(problem.field)) problems.set(problem.field, problem);
  return [...problems.values()];
}

function allProblems(plan: Plan, facts: Facts): readonly FactProblem[] {
  return [
    ...problemsByField(facts),
    ...problemsOfModel(plan, facts),
    ...problemsOfPrice(plan, facts),
    ...problemsOfCover(plan, facts),
    ...problemsOfContract(plan, facts),
  ];
}

function problemsByField(facts: Facts): readonly FactProblem[] {
  const checked = enteredFactsSchema.safeParse(facts);
  if (checked.success) return [];
  return checked.error.issues.map(({ path, message }) => ({
    field: String(path[0]),
    expected: message.replace(/^expected /, ''),
  }));
}

function* problemsOfModel({ id, subscription }: Plan, { model }: Facts): Generator<FactProblem, void> {
  if (model === 'subscription' && subscription !== true)
    yield { field: 'model', expected: `perpetual: ${id} has no subscriptions` };
}

function* problemsOfPrice(plan: Plan, { product, modules, model }: Facts): Generator<FactProblem, void> {
  const { id, price, currency } = plan;
  if (price.kind === 'flat' && !Object.hasOwn(price.perYear, product)) {
    const priced = Object.keys(price.perYear).join(', ');
    yield { field: 'product', expected: `a product that ${id} has a price for: ${priced}` };
  }
  if (price.kind === 'share-of-list' && modules.length === 0 && model !== 'subscription')
    yield { field: 'modules', expected: `SKU=list price;… (${id} costs a share of the list price)` };
  if (modules.some(({ listPrice }) => listPrice.currency !== currency))
    yield { field: 'modules', expected: `list prices in ${currency}, the currency of ${id}` };
}

function* problemsOfCover(plan: Plan, facts: Facts): Generator<FactProblem, void> {
  const { coverStarts, coverEnds, model, initialYears, purchasedOn } = facts;
  const { id, firstTerm, term } = plan;
  if (coverStarts !== undefined && coverEnds === undefined)
    yield { field: 'coverEnds', expected: `the end of the cover that starts on ${coverStarts}` };
  if (coverStarts !== undefined && coverEnds !== undefined && coverStarts > coverEnds)
    yield { field: 'coverStarts', expected: `a day that is not after coverEnds (${coverEnds})` };
  if (term.kind === 'calendar-year' && coverEnds !== undefined && !coverEnds.endsWith('-12-31'))
    yield { field: 'coverEnds', expected: `a 31 December: the terms of ${id} are calendar years` };
  const isCounted = coverEnds === undefined && model !== 'subscription';
  if (isCounted && firstTerm.from === 'purchasedOn' && purchasedOn === undefined)
    yield { field: 'purchasedOn', expected: `a date: ${id} counts its first term from it` };
  const { length } = firstTerm;
  if (length.kind === 'years-bought' && initialYears > length.most)
    yield { field: 'initialYears', expected: `1 to ${length.most} years, as ${id} is sold with` };
}

function* problemsOfContract(
  plan: Plan,
  { planId, contract, coverEnds }: Facts,
): Generator<FactProblem, void> {
  if (planId !== plan.id) yield { field: 'planId', expected: plan.id };
  if (contract === undefined) return;
  const { replaced, honoured } = plan.oldContracts ?? { replaced: [], honoured: {} };
  if (!replaced.includes(contract) && ratesOfContract(plan, contract) === undefined) {
    const known = [...replaced, ...Object.keys(honoured)].join(', ');
    yield {
      field: 'contract',
      expected: `an old contract of ${plan.id}: ${known === '' ? 'it has none' : known}`,
    };
  } else if (coverEnds === undefined && ratesOfContract(plan, contract) !== undefined) {
    yield { field: 'contract', expected: 'a contract in place, with its coverEnds' };
  }
}
