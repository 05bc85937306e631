import { isDeepStrictEqual } from 'node:util';
import type { CustomerList } from '../../../adapters/dynamodb/customers/customer-list.ts';
import type { RestoreStore } from '../../../adapters/dynamodb/backup/restore-store.ts';
import { restoredFrom } from '../../../adapters/dynamodb/backup/restored.ts';
import type { Stored } from '../../../adapters/dynamodb/licences/licence-item.ts';
import type { PlanIndex } from '../../../adapters/dynamodb/licences/plan-index.ts';
import type { AnswerOf, RowResult } from '../../../contracts/operator/answers.ts';
import type { BackupRow } from '../../../contracts/operator/backup.ts';
import type { OperationOf } from '../../../contracts/operator/operations.ts';
import { reasonOfError } from '../../../contracts/workflow/reason.ts';
import { plans } from '../../../plans/index.ts';
import { planOf } from '../../../plans/plan-of.ts';
import { Refused } from '../../commands/refused.ts';

/** What it takes to restore a backup. */
export interface RestoreDependencies {
  readonly restoring: RestoreStore;
  readonly licencesOfPlans: PlanIndex;
  readonly customerList: CustomerList;
}

/** Begins the restore of a backup, or goes on with it. Throws `Refused` where the deployment has licences or customers of its own. */
export async function beginRestore(
  { restoring, licencesOfPlans, customerList }: RestoreDependencies,
  { backup }: OperationOf<'begin-restore'>,
): Promise<AnswerOf<'begin-restore'>> {
  const state = await restoring.stateOf(backup);
  if (state === 'done') throw new Refused('This backup is restored already.');
  if (state === 'running') return { isResumed: true };
  for (const { id } of plans) {
    const { listed } = await licencesOfPlans.some(id, 1);
    if (listed[0] !== undefined) throw notEmpty(`licence ${listed[0].licenceId}`);
  }
  for await (const [customerId] of customerList.idPages())
    if (customerId !== undefined) throw notEmpty(`customer ${customerId}`);
  return { isResumed: !(await restoring.begin(backup)) };
}

function notEmpty(what: string): Refused {
  return new Refused(
    `The deployment is not empty: it has ${what}. A backup is restored into a deployment without licences and customers.`,
  );
}

/** Writes rows of a backup, one result for each, in their order. A row that cannot be right leaves the others alone. */
export async function restoreRows(
  { restoring }: RestoreDependencies,
  { backup, rows }: OperationOf<'restore'>,
): Promise<AnswerOf<'restore'>> {
  await requireRunning(restoring, backup);
  return { results: await Promise.all(rows.map((row) => restoreRow(restoring, row))) };
}

/** Ends a restore: no more rows of the backup are taken. */
export async function endRestore(
  { restoring }: RestoreDependencies,
  { backup }: OperationOf<'end-restore'>,
): Promise<AnswerOf<'end-restore'>> {
  if ((await restoring.stateOf(backup)) !== 'done') {
    await requireRunning(restoring, backup);
    await restoring.end(backup);
  }
  return { isDone: true };
}

async function requireRunning(restoring: RestoreStore, backup: string): Promise<void> {
  if ((await restoring.stateOf(backup)) !== 'running')
    throw new Refused('No restore of this backup runs. `npx perennial restore` begins one.');
}

async function restoreRow(restoring: RestoreStore, row: BackupRow): Promise<RowResult> {
  try {
    if (row.row === 'item') await restoring.putItem(row.table, row.item);
    else {
      const { stored, rebuilt } = restoredFrom(row.licenceId, row.state, row.records, planOf);
      if (!isSame(stored, rebuilt))
        throw new Refused(`licence ${row.licenceId}: its events do not lead to its state`);
      await restoring.putLicence(rebuilt, row.records);
    }
    return { outcome: 'written' };
  } catch (error) {
    return { outcome: 'failed', reason: reasonOfError(error) };
  }
}

/** Whether two states are the same as they are stored: what is undefined is not stored. */
function isSame(stored: Stored, rebuilt: Stored): boolean {
  const asStored = ({ licence }: Stored): unknown => JSON.parse(JSON.stringify(licence));
  return stored.version === rebuilt.version && isDeepStrictEqual(asStored(stored), asStored(rebuilt));
}
