import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { BackupReader } from '../../../adapters/dynamodb/backup/backup-reader.ts';
import { RestoreStore } from '../../../adapters/dynamodb/backup/restore-store.ts';
import { CustomerList } from '../../../adapters/dynamodb/customers/customer-list.ts';
import { PlanIndex } from '../../../adapters/dynamodb/licences/plan-index.ts';
import { MailReader } from '../../../adapters/dynamodb/mails/mail-reader.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { openLicences } from '../../../app/commands/open-licences.ts';
import { registerLicence } from '../../../app/commands/register-licence.ts';
import { beginRestore, endRestore, restoreRows } from '../../../app/operations/backup/restore.ts';
import type { LicenceStore } from '../../../adapters/dynamodb/licences/licence-store.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting } from '../../../contracts/deployment/settings.ts';
import { type BackupRow, backupRowSchema } from '../../../contracts/operator/backup.ts';
import { vtubeLaserSmp as plan } from '../../../plans/vtube-laser-smp.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';
import { factsOf } from '../../support/application/play.ts';

let cloud: TestCloud;
let licences: LicenceStore;
let dependencies: Parameters<typeof beginRestore>[0];
const backup = 'a-backup';

beforeAll(async () => {
  cloud = await openCloud();
  const documents = documentClient();
  licences = openLicences(documents, process.env);
  dependencies = {
    restoring: new RestoreStore(documents, process.env),
    licencesOfPlans: new PlanIndex(documents, process.env),
    customerList: new CustomerList(documents, process.env),
  };
});
afterAll(() => cloud.stop());
beforeEach(() => {
  cloud.beforeDynamo = () => Promise.resolve();
});

const register = (licenceId: string, coverEnds: string) =>
  registerLicence(licences, factsOf(plan, { licenceId, coverEnds }));

/** A licence in a backup of a deployment that is gone, with more of its records. */
async function rowOf(licenceId: string, records: readonly object[] = []): Promise<BackupRow> {
  const there = `THERE-${licenceId}`;
  await register(there, '2026-12-31');
  const row = await new BackupReader(documentClient(), process.env).licence(there);
  const renamed = JSON.stringify({ ...row, records: [...row.records, ...records] }).replaceAll(
    there,
    licenceId,
  );
  return backupRowSchema.parse(JSON.parse(renamed));
}

const restore = async (row: BackupRow) =>
  (await restoreRows(dependencies, { kind: 'restore', backup, rows: [row] })).results;

/** Lets something happen before the first such operation. */
function before(operation: string, work: () => Promise<unknown>): void {
  cloud.beforeDynamo = async (name) => {
    if (name !== operation) return;
    cloud.beforeDynamo = () => Promise.resolve();
    await work();
  };
}

test('of two restores that begin at once one goes on with the other', async () => {
  let isResumed: boolean | undefined;
  before('PutItem', async () => {
    ({ isResumed } = await beginRestore(dependencies, { kind: 'begin-restore', backup }));
  });
  const other = await beginRestore(dependencies, { kind: 'begin-restore', backup });
  expect([isResumed, other.isResumed]).toEqual([false, true]);
});

test('a licence that is registered while it is restored stays as it was registered', async () => {
  const row = await rowOf('L-1');
  before('PutItem', () => register('L-1', '2027-05-31'));
  expect(await restore(row)).toMatchObject([
    { outcome: 'failed', reason: expect.stringContaining('licence L-1 was registered') as unknown },
  ]);
  const [registered] = await licences.events('L-1');
  expect(registered).toMatchObject({ facts: { coverEnds: '2027-05-31' } });
});

test('a mail that went out since another restore wrote it stays as it is', async () => {
  const mail = { licenceId: 'L-2', record: 'MAIL#L-2-00000001-quote', attempts: 1 };
  const row = await rowOf('L-2', [{ ...mail, status: 'unknown', unknownSince: 1 }]);
  before('PutItem', async () => {
    expect(await restore(row)).toEqual([{ outcome: 'written' }]);
    const Item = { ...mail, status: 'sent', sentOn: '2026-06-01' };
    await documentClient().send(
      new PutCommand({ TableName: setting(process.env, environment.licencesTable), Item }),
    );
  });
  expect(await restore(row)).toEqual([{ outcome: 'written' }]);
  expect(await new MailReader(documentClient(), process.env).mails('L-2')).toMatchObject([
    { status: 'sent', sentOn: '2026-06-01' },
  ]);
});

test('a restore that is done stays done', async () => {
  const ended = { kind: 'end-restore', backup } as const;
  expect(await endRestore(dependencies, ended)).toEqual({ isDone: true });
  expect(await endRestore(dependencies, ended)).toEqual({ isDone: true });
  await expect(beginRestore(dependencies, { kind: 'begin-restore', backup })).rejects.toThrow(
    'is restored already',
  );
});
