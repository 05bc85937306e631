import * as z from 'zod/mini';
import { problemsOfRead } from '../../../domain/licence/fact-problems.ts';
import { oldContractsOf } from '../../../domain/old-contracts/named.ts';
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

/**
 * What the plan of a row cannot register, also if other fields of the row cannot be read (docs/rules.md §15.4). A problem
 * of a contract is one of column planId, which names it.
 */
export function checkAgainstPlan(row: Row, plan: Plan, contract: string | undefined): readonly Mistake[] {
  const modules = readModules(row.cells['modules'] ?? '', plan.currency);
  const cells = z.omit(licenceRowSchema, { modules: true }).safeParse(row.cells);
  const unread = new Set(cells.error?.issues.map(({ path }) => String(path[0])));
  if (!modules.ok) unread.add('modules');
  const facts = {
    ...readableCells(row, unread),
    contract,
    ...(modules.ok && { modules: modules.modules }),
  };
  const problems = problemsOfRead(plan, { facts, unread }).filter(({ field }) => !unread.has(field));
  return [
    ...(modules.ok ? [] : [mistakeIn(file, row, 'modules', modules.expected)]),
    ...problems.map(({ field, expected }) =>
      mistakeIn(file, row, field === 'contract' ? 'planId' : field, expected),
    ),
  ];
}

const ruledSchema = z.pick(licenceRowSchema, {
  product: true,
  model: true,
  purchasedOn: true,
  initialYears: true,
  coverStarts: true,
  coverEnds: true,
});

function readableCells(row: Row, unread: ReadonlySet<string>) {
  const cells = Object.entries(row.cells).filter(([column]) => !unread.has(column));
  return z.partial(ruledSchema).parse(Object.fromEntries(cells));
}
