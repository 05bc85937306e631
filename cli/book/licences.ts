import type { CivilDate } from '../../domain/calendar.ts';
import type { Facts } from '../../domain/licence.ts';
import { contractNamed } from '../../domain/old-contracts/named.ts';
import type { Plan } from '../../domain/plan.ts';
import { checkFields, repeatedIds } from './check.ts';
import type { ReadCustomers } from './customers.ts';
import { licenceRowSchema } from './licence-row.ts';
import { checkAgainstPlan, checkContract, checkCover, checkReferences, file } from './licence-rules.ts';
import type { Mistake } from './mistakes.ts';
import { readModules } from './modules.ts';
import { type Row, readTable } from './table.ts';

/** What the activities need to know of a licence, be it with mistakes elsewhere in its row. */
export interface KnownLicence {
  readonly plan: Plan | undefined;
  readonly registeredOn: CivilDate | undefined;
}

export interface ReadLicences {
  /** In the order of the file. */
  readonly licences: readonly Facts[];
  readonly mistakes: readonly Mistake[];
  readonly known: ReadonlyMap<string, KnownLicence>;
  /** False where a licence that is not known may yet stand in the file. */
  readonly isComplete: boolean;
}

/** Licences that do not say when they were registered enter the book on their plan's `firstDay`. */
export function readLicences(
  folder: string,
  plans: readonly Plan[],
  customers: ReadCustomers,
  firstDay: (plan: Plan | undefined) => CivilDate,
): ReadLicences {
  const table = readTable(folder, file, Object.keys(licenceRowSchema.shape));
  const known = new Map<string, KnownLicence>();
  const licences: Facts[] = [];
  const mistakes = [...table.mistakes, ...repeatedIds(file, table.rows, 'licenceId')];
  for (const row of table.rows) {
    const { plan, contract } = planOf(row, plans);
    known.set(row.cells['licenceId'] ?? '', { plan, registeredOn: registrationOf(row, firstDay(plan)) });
    mistakes.push(
      ...checkReferences(row, plans, customers),
      ...checkCover(row),
      ...checkContract(row, plans),
      ...(plan === undefined ? [] : checkAgainstPlan(row, plan)),
    );
    const checked = checkFields(file, row, licenceRowSchema);
    if (!checked.ok) mistakes.push(...checked.mistakes);
    const customer = customers.customers.get(row.cells['customerId'] ?? '');
    if (!checked.ok || plan === undefined || customer === undefined) continue;
    const { country, kind: customerKind } = customer;
    const modules = readModules(checked.value.modules, plan.currency);
    if (!modules.ok) continue;
    const registeredOn = checked.value.registeredOn ?? firstDay(plan);
    licences.push({
      ...checked.value,
      planId: plan.id,
      contract,
      country,
      customerKind,
      modules: modules.modules,
      registeredOn,
    });
  }
  return { licences, mistakes, known, isComplete: table.isComplete };
}

/** A row may name an old contract instead of the plan that it belongs to. */
function planOf(
  { cells }: Row,
  plans: readonly Plan[],
): { readonly plan?: Plan | undefined; readonly contract?: string } {
  const { planId = '' } = cells;
  return contractNamed(plans, planId) ?? { plan: plans.find((candidate) => candidate.id === planId) };
}

function registrationOf(row: Row, firstDay: CivilDate): CivilDate | undefined {
  const checked = licenceRowSchema.shape.registeredOn.safeParse(row.cells['registeredOn']);
  return checked.success ? (checked.data ?? firstDay) : undefined;
}
