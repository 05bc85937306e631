import type { CivilDate } from '../../../domain/calendar.ts';
import { type Facts, factsSchema } from '../../../domain/licence/licence.ts';
import { factProblems } from '../../../domain/licence/fact-problems.ts';
import { contractNamed } from '../../../domain/old-contracts/named.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { checkFields, checkStorable, Ids, mistakeIn } from '../values/check.ts';
import type { KnownCustomers } from './customers.ts';
import { doubtsAbout } from './warnings.ts';
import { licenceColumns, licenceRowSchema } from './licence-row.ts';
import { checkAgainstPlan, checkReferences, file } from './licence-rules.ts';
import type { Mistake } from '../values/mistakes.ts';
import { readModules } from '../values/modules.ts';
import type { BookFolder } from '../format/format.ts';
import type { Row } from '../table/row.ts';
import { type OnRead, rowsOf } from '../table/table.ts';

/** What the activities need to know of a licence, even with mistakes elsewhere in its row. */
export interface BookLicence {
  readonly plan: Plan | undefined;
  readonly registeredOn: CivilDate | undefined;
}

/** What was read of licences.csv: a row, or where `known` is unset something that is none. */
interface LicenceRead {
  readonly licenceId?: string;
  readonly known?: BookLicence;
  /** Unset where the row has mistakes that leave it without. */
  readonly facts?: Facts;
  readonly mistakes: readonly Mistake[];
  /** What is probably not meant, though it can be. */
  readonly doubts: readonly Mistake[];
}

/** On which day a licence enters the book that does not say: its plan's, if it has one. */
export type FirstDay = (plan: Plan | undefined) => CivilDate;

/** The licences of a book, row by row as they are read. */
export async function* licencesIn(
  folder: BookFolder,
  plans: readonly Plan[],
  customers: KnownCustomers,
  firstDay: FirstDay,
  onRead?: OnRead,
): AsyncGenerator<LicenceRead, void> {
  const ids = new Ids(file, 'licenceId');
  for await (const read of rowsOf(folder, file, licenceColumns, onRead)) {
    if (!read.ok) yield { mistakes: read.mistakes, doubts: [] };
    else {
      const repeated = ids.take(read.value);
      const { mistakes, ...licence } = readLicence(read.value, plans, customers, firstDay);
      yield { ...licence, mistakes: [...repeated, ...mistakes] };
    }
  }
}

function readLicence(
  row: Row,
  plans: readonly Plan[],
  customers: KnownCustomers,
  firstDay: FirstDay,
): LicenceRead {
  const { plan, contract } = planOf(row, plans);
  const { licenceId = '', customerId = '' } = row.cells;
  const known = { plan, registeredOn: registrationOf(row, firstDay(plan)) };
  const checked = checkFields(file, row, licenceRowSchema);
  const mistakes = [
    ...checkReferences(row, plans, customers),
    ...(plan === undefined ? [] : checkAgainstPlan(row, plan, contract)),
    ...(checked.ok ? [] : checked.mistakes),
  ];
  const customer = customers.customers.get(customerId);
  const without = { licenceId, known, mistakes, doubts: [] };
  if (!checked.ok || plan === undefined || customer === undefined) return without;
  const modules = readModules(checked.value.modules, plan.currency);
  if (!modules.ok) return without;
  const facts = checkStorable(file, row, factsSchema, {
    ...checked.value,
    planId: plan.id,
    contract,
    ...customer,
    modules: modules.modules,
    registeredOn: checked.value.registeredOn ?? firstDay(plan),
  });
  if (!facts.ok) return { ...without, mistakes: [...mistakes, ...facts.mistakes] };
  const columns = new Set(mistakes.map(({ column }) => column));
  const others = factProblems(plan, facts.value)
    .map(({ field, expected }) => mistakeIn(file, row, field === 'contract' ? 'planId' : field, expected))
    .filter(({ column = '' }) => !columns.has(column) && !row.excused.has(column));
  const doubts = doubtsAbout(row, facts.value, plan);
  return { licenceId, known, facts: facts.value, mistakes: [...mistakes, ...others], doubts };
}

export interface ReadLicences {
  /** In the order of the file. */
  readonly licences: readonly Facts[];
  readonly mistakes: readonly Mistake[];
  readonly known: ReadonlyMap<string, BookLicence>;
  /** False where a licence that is not known may yet stand in the file. */
  readonly isComplete: boolean;
}

/** Reads the licences of a book whole. */
export async function readLicences(...of: Parameters<typeof licencesIn>): Promise<ReadLicences> {
  const licences: Facts[] = [];
  const mistakes: Mistake[] = [];
  const known = new Map<string, BookLicence>();
  let isComplete = true;
  for await (const read of licencesIn(...of)) {
    mistakes.push(...read.mistakes);
    if (read.facts !== undefined) licences.push(read.facts);
    if (read.licenceId === undefined || read.known === undefined) isComplete = false;
    else known.set(read.licenceId, read.known);
  }
  return { licences, mistakes, known, isComplete };
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
