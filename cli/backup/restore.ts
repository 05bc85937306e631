import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { backupRowSchema, type BackupRow, mostBackupRows } from '../../contracts/operator/backup.ts';
import { type BackupFile, backupFiles } from '../../client/backup/backup-source.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { confirm } from '../shell/ask.ts';
import { countOf } from '../../client/words/count-of.ts';
import { failed, interrupted } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { progressOn } from '../shell/progress.ts';
import { inParallel } from '../import/in-parallel.ts';
import { type Manifest, pathOf, readManifest } from './manifest.ts';

interface RestoreOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Most bytes of the rows of a request; the largest licence has a request of its own. */
const mostBytes = 1024 * 1024;
/** Requests side by side. */
const atATime = 4;

/** Numbers come first, so that none is given twice whatever happens meanwhile. */
const order: readonly BackupFile[] = backupFiles.toReversed();

/** Restores a backup into an empty deployment: every licence's events must lead to its state. */
export async function restoreBackup(at: Invocation, folder: string, options: RestoreOptions): Promise<void> {
  const { manifest, backup } = await readManifest(folder, at.signal);
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const what = `${countOf(manifest.licences, 'licence')} and ${countOf(manifest.customers, 'customer')}`;
  if (options.json !== true)
    at.output.print(
      `The backup of ${manifest.begun} by version ${manifest.version} has ${what}. All checksums are right.`,
    );
  if (options.dryRun === true) {
    if (options.json === true) at.output.json({ ...manifest, restored: 0 });
    at.output.note('Dry run: nothing was done.');
    return;
  }
  await confirm(at, options);
  const { isResumed } = await deployment.operator.beginRestore({ backup });
  if (isResumed) at.output.note('Going on with the restore that was begun before.');
  const restore = new Restore(at, deployment, folder, backup, manifest);
  await restore.run();
  if (at.signal.aborted)
    throw interrupted(
      `Stopped: ${restore.done} rows were restored. Give the same command again for the rest.`,
    );
  if (restore.failures.length > 0)
    throw failed(`${countOf(restore.failures.length, 'row')} could not be restored.`, {
      details: restore.failures,
    });
  await deployment.operator.endRestore({ backup });
  if (options.json === true) at.output.json({ ...manifest, restored: restore.done });
  else at.output.print(`Restored ${what}.`);
}

class Restore {
  readonly failures: string[] = [];
  done = 0;
  readonly #at: Invocation;
  readonly #deployment: Deployment;
  readonly #folder: string;
  readonly #backup: string;
  readonly #manifest: Manifest;

  constructor(at: Invocation, deployment: Deployment, folder: string, backup: string, manifest: Manifest) {
    this.#at = at;
    this.#deployment = deployment;
    this.#folder = folder;
    this.#backup = backup;
    this.#manifest = manifest;
  }

  async run(): Promise<void> {
    const total = this.#manifest.files.reduce((sum, { rows }) => sum + rows, 0);
    const progress = progressOn(this.#at.output, (label) => label);
    for (const name of order) {
      const batches = batchesOfRows(pathOf(this.#folder, name));
      await inParallel(batches, atATime, this.#at.signal, async (rows) => {
        const { results } = await this.#deployment.operator.restore({ backup: this.#backup, rows });
        for (const result of results) if (result.outcome === 'failed') this.failures.push(result.reason);
        this.done += rows.length;
        progress.advance(this.done, total, name);
      });
    }
    progress.end();
  }
}

/** The rows of a file, as many at a time as a request takes. */
async function* batchesOfRows(path: string): AsyncGenerator<BackupRow[], void> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  let rows: BackupRow[] = [];
  let bytes = 0;
  for await (const line of lines) {
    if (rows.length > 0 && (rows.length === mostBackupRows || bytes + line.length > mostBytes)) {
      yield rows;
      rows = [];
      bytes = 0;
    }
    rows.push(backupRowSchema.parse(JSON.parse(line)));
    bytes += line.length;
  }
  if (rows.length > 0) yield rows;
}
