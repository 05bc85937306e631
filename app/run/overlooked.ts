import { type CivilDate, civilDate, daysBetween } from '../../domain/calendar.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import type { PlanIndex } from '../../adapters/dynamodb/licences/plan-index.ts';
import type { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { ConcurrentChange } from '../../adapters/dynamodb/table/faults.ts';
import type { BatchLicence } from '../../contracts/workflow/batch.ts';
import { planOf } from '../../plans/plan-of.ts';

/** What it takes to check index `due`. */
export interface CheckingDependencies {
  readonly licences: LicenceStore;
  readonly plan: PlanIndex;
  readonly runs: RunStore;
}

/** So many licences a week: what a check costs does not grow with the book (docs/adr/0018). */
const mostChecked = 2000;

/** What a check found: licences that their states say are due, and those of them whose stored due day said otherwise. */
export interface Checked {
  readonly due: readonly BatchLicence[];
  readonly corrected: ReadonlySet<string>;
}

/**
 * Checks the licences whose turn it is, once a week: which are due on `today` by their states. Whatever of them index
 * `due` does not list, it has lost or not yet written. A due day that is stored wrong is corrected.
 */
export async function checkDueDays(
  { licences, plan, runs }: CheckingDependencies,
  planId: string,
  today: CivilDate,
): Promise<Checked> {
  const due = new Set<string>();
  const corrected = new Set<string>();
  if (!isDayOfCheck(today)) return { due: [], corrected };
  const { listed, next } = await plan.some(planId, mostChecked, await runs.nextToCheck(planId));
  const { values } = await licences.loadAll(listed.map(({ licenceId }) => licenceId));
  for (const stored of values) {
    const { licenceId } = stored.licence.facts;
    const { dueOn } = await settled(licences, planId, stored);
    if (dueOn === undefined || dueOn > today) continue;
    due.add(licenceId);
    if (dueOn !== stored.dueOn) corrected.add(licenceId);
  }
  await runs.checkFrom(planId, next);
  return { due: listed.filter(({ licenceId }) => due.has(licenceId)), corrected };
}

/** A licence with its due day as its state says; as it is where another write came in between, which had to say it. */
async function settled(licences: LicenceStore, planId: string, stored: Stored): Promise<Stored> {
  try {
    return await licences.settle(planOf(planId), stored, []);
  } catch (error) {
    if (error instanceof ConcurrentChange) return stored;
    throw error;
  }
}

/** Sundays, when few licences change. */
export function isDayOfCheck(today: CivilDate): boolean {
  const aSunday = civilDate('2000-01-02');
  return daysBetween(aSunday, today) % 7 === 0;
}
