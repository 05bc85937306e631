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

/** Facts as far as they can be read. */
type SomeFacts = { readonly [Field in keyof Facts]?: Facts[Field] | undefined };

interface ReadFacts {
  readonly facts: SomeFacts;
  /** The fields that cannot be read. */
  readonly unread: ReadonlySet<string>;
}

/**
 * What a plan cannot register of a licence's facts, one problem for each field. If there is none, whatever happens to the
 * licence later can be decided and stored. Every door asks this (docs/rules.md §15.4).
 */
export function factProblems(plan: Plan, facts: Facts): readonly FactProblem[] {
  return onePerField([
    ...problemsByField(facts),
    ...planProblems(plan, { facts, unread: new Set() }),
    ...(facts.planId === plan.id ? [] : [{ field: 'planId', expected: plan.id }]),
  ]);
}

/** The same of facts that cannot be read whole: only problems that do not depend on a field in `unread`. */
export function problemsOfRead(plan: Plan, read: ReadFacts): readonly FactProblem[] {
  return onePerField([...planProblems(plan, read)]);
}

function onePerField(problems: readonly FactProblem[]): readonly FactProblem[] {
  const byField = new Map<string, FactProblem>();
  for (const problem of problems) if (!byField.has(problem.field)) byField.set(problem.field, problem);
  return [...byField.values()];
}

function* planProblems(plan: Plan, read: ReadFacts): Generator<FactProblem, void> {
  yield* problemsOfModel(plan, read.facts);
  yield* problemsOfPrice(plan, read);
  yield* problemsOfCover(plan, read);
  yield* problemsOfContract(plan, read);
}

function problemsByField(facts: Facts): readonly FactProblem[] {
  const checked = enteredFactsSchema.safeParse(facts);
  if (checked.success) return [];
  return checked.error.issues.map(({ path, message }) => ({
    field: String(path[0]),
    expected: message.replace(/^expected /, ''),
  }));
}

function* problemsOfModel({ id, subscription }: Plan, { model }: SomeFacts): Generator<FactProblem, void> {
  if (model === 'subscription' && subscription !== true)
    yield { field: 'model', expected: `perpetual: ${id} has no subscriptions` };
}

function* problemsOfPrice(plan: Plan, { facts, unread }: ReadFacts): Generator<FactProblem, void> {
  const { product, modules = [], model } = facts;
  const { id, price, currency } = plan;
  if (price.kind === 'flat' && product !== undefined && !Object.hasOwn(price.perYear, product)) {
    const priced = Object.keys(price.perYear).join(', ');
    yield { field: 'product', expected: `a product that ${id} has a price for: ${priced}` };
  }
  const areNeeded = price.kind === 'share-of-list' && model !== 'subscription' && !unread.has('model');
  if (areNeeded && modules.length === 0 && !unread.has('modules'))
    yield { field: 'modules', expected: `SKU=list price;… (${id} costs a share of the list price)` };
  if (modules.some(({ listPrice }) => listPrice.currency !== currency))
    yield { field: 'modules', expected: `list prices in ${currency}, the currency of ${id}` };
}

function* problemsOfCover(plan: Plan, { facts, unread }: ReadFacts): Generator<FactProblem, void> {
  const { coverStarts, coverEnds, model, initialYears, purchasedOn } = facts;
  const { id, firstTerm, term } = plan;
  const isEndless = coverEnds === undefined && !unread.has('coverEnds');
  if (coverStarts !== undefined && isEndless)
    yield { field: 'coverEnds', expected: `the end of the cover that starts on ${coverStarts}` };
  if (coverStarts !== undefined && coverEnds !== undefined && coverStarts > coverEnds)
    yield { field: 'coverStarts', expected: `a day that is not after coverEnds (${coverEnds})` };
  if (term.kind === 'calendar-year' && coverEnds !== undefined && !coverEnds.endsWith('-12-31'))
    yield { field: 'coverEnds', expected: `a 31 December: the terms of ${id} are calendar years` };
  const isCounted = isEndless && model !== 'subscription' && !unread.has('model');
  const isUndated = purchasedOn === undefined && !unread.has('purchasedOn');
  if (isCounted && firstTerm.from === 'purchasedOn' && isUndated)
    yield { field: 'purchasedOn', expected: `a date: ${id} counts its first term from it` };
  const { length } = firstTerm;
  if (length.kind === 'years-bought' && initialYears !== undefined && initialYears > length.most)
    yield { field: 'initialYears', expected: `1 to ${length.most} years, as ${id} is sold with` };
}

function* problemsOfContract(plan: Plan, { facts, unread }: ReadFacts): Generator<FactProblem, void> {
  const { contract, coverEnds } = facts;
  if (contract === undefined) return;
  const { replaced, honoured } = plan.oldContracts ?? { replaced: [], honoured: {} };
  const isHonoured = ratesOfContract(plan, contract) !== undefined;
  if (!replaced.includes(contract) && !isHonoured) {
    const known = [...replaced, ...Object.keys(honoured)].join(', ');
    yield {
      field: 'contract',
      expected: `an old contract of ${plan.id}: ${known === '' ? 'it has none' : known}`,
    };
  } else if (isHonoured && coverEnds === undefined && !unread.has('coverEnds')) {
    const closed = `${contract} is closed to new sales: use ${plan.id}`;
    yield { field: 'contract', expected: `a contract in place, with its coverEnds (${closed})` };
  }
}
