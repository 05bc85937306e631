import { BackupReader } from '../../adapters/dynamodb/backup/backup-reader.ts';
import { waitingList } from '../../adapters/dynamodb/payments/payment-item.ts';
import { batchesOf } from '../../adapters/dynamodb/table/batch-get.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { atOnce } from '../../adapters/dynamodb/table/side-by-side.ts';
import type { BackupRow } from '../../contracts/operator/backup.ts';
import { plans } from '../../plans/index.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';

/** The first year that documents and payments of a deployment can have. */
const firstYear = 2000;

/** The files of a backup, in the order in which they are read. */
export const backupFiles = ['payments', 'licences', 'customers', 'updates', 'runs', 'numbers'] as const;
export type BackupFile = (typeof backupFiles)[number];

/**
 * Everything of a deployment as the rows of a file of a backup, as they are read. Payments come before licences and numbers
 * last: whatever changes meanwhile, no payment is lost and no number is given twice after a restore.
 * @param year the year now; a payment can have a value date of the next
 */
export async function* backupRows(
  deployment: Deployment,
  file: BackupFile,
  year: number,
): AsyncGenerator<BackupRow, void> {
  const reader = new BackupReader(documentClient(), settingsOf(deployment.outputs));
  const years = Array.from({ length: year + 2 - firstYear }, (_, index) => firstYear + index);
  switch (file) {
    case 'payments':
      yield* reader.payments(waitingList);
      for (const each of years)
        for (let month = 1; month <= 12; month += 1)
          yield* reader.payments(`${each}-${String(month).padStart(2, '0')}`);
      return;
    case 'licences':
      for (const { id } of plans) yield* licencesOf(reader, id);
      return;
    case 'customers':
      yield* reader.customers();
      return;
    case 'updates':
      for (const { id } of plans) yield* reader.updates(id);
      return;
    case 'runs':
      for (const planId of [...plans.map(({ id }) => id), ...otherRecords]) yield* reader.runs(planId);
      return;
    case 'numbers':
      for (const { numbers } of plans)
        for (const prefix of Object.values(numbers))
          for (const each of years) yield* reader.numbers(`${prefix}-${each}`);
  }
}

/**
 * What table `Runs` has beside the runs of plans: digests that were sent, mails that did not arrive, and mails on which SES
 * is to report.
 */
const otherRecords = ['#digest', '#undelivered', '#awaited'];

async function* licencesOf(reader: BackupReader, planId: string): AsyncGenerator<BackupRow, void> {
  for await (const ids of batchesOf(reader.licenceIds(planId), atOnce))
    yield* await Promise.all(ids.map((licenceId) => reader.licence(licenceId)));
}
