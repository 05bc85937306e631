import type { Output } from '../output.ts';
import type { Difference } from './differences.ts';
import type { ImportPlan } from './plan-import.ts';

const mostShown = 50;

/** Prints what an import will do: counts, and each change field by field. */
export function tellImport(output: Output, plan: ImportPlan): void {
  const { newCustomers, changedCustomers, newLicences, changedLicences, refusedLicences, unchanged } = plan;
  output.table(
    ['', 'new', 'changed', 'refused'],
    [
      ['customers', newCustomers.length, changedCustomers.length, 0],
      ['licences', newLicences.length, changedLicences.length, refusedLicences.length],
    ],
  );
  output.say(`${unchanged} licences are as they were`);
  const rows = [
    ...changedCustomers.flatMap(({ to, differences }) => rowsOf(to.customerId, 'changed', differences)),
    ...changedLicences.flatMap(({ to, differences }) => rowsOf(to.licenceId, 'changed', differences)),
    ...refusedLicences.flatMap(({ to, differences }) => rowsOf(to.licenceId, 'refused', differences)),
  ];
  if (rows.length === 0) return;
  output.say();
  output.table(['id', '', 'field', 'in the tables', 'in the book'], rows.slice(0, mostShown));
  if (rows.length > mostShown) output.say(`and ${rows.length - mostShown} more; --json has all`);
}

export const refusalRemedy =
  'refused facts stay as they are, for facts are history: use `perennial activate`, `install` or `change`, or a licence of its own';

function rowsOf(id: string, verdict: string, differences: readonly Difference[]) {
  return differences.map(({ field, stored, book }) => [id, verdict, field, stored, book]);
}
