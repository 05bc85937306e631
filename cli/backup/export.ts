import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, open, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { version } from '../../contracts/deployment/version.ts';
import { type BackupFile, backupFiles, backupRows } from '../../client/backup/backup-source.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { countOf } from '../../client/words/count-of.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { type Manifest, manifestFile, type ManifestFile, pathOf } from './manifest.ts';

interface ExportOptions {
  readonly out: string;
  readonly json?: boolean;
}

/**
 * Writes a backup of everything into a new folder. It is written beside it and gets its name when it is whole: Ctrl-C
 * leaves nothing.
 */
export async function exportBackup(at: Invocation, { out, json }: ExportOptions): Promise<void> {
  if (existsSync(out) && readdirSync(out).length > 0)
    throw refused(`${out} is not empty. Name a folder that is new or empty.`);
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const draft = `${resolve(out)}.partial-${process.pid}`;
  try {
    await mkdir(draft, { recursive: true });
    const files: ManifestFile[] = [];
    const counts = { licences: 0, customers: 0 };
    for (const name of backupFiles) files.push(await writeRows(at, deployment, draft, name, counts));
    const manifest: Manifest = { format: 1, version, begun: at.now, ...counts, files };
    await writeFile(join(draft, manifestFile), `${JSON.stringify(manifest, undefined, 2)}\n`);
    if (existsSync(out)) await rmdir(out);
    await rename(draft, out);
    if (json === true) at.output.json(manifest);
    else
      at.output.print(
        `${out}: ${countOf(counts.licences, 'licence')}, ${countOf(counts.customers, 'customer')}, ${files.reduce((sum, { bytes }) => sum + bytes, 0)} bytes.`,
      );
  } finally {
    if (at.output.isLive) at.output.redraw('');
    await rm(draft, { recursive: true, force: true });
  }
}

/** How many bytes are gathered before they are written. */
const bufferBytes = 1024 * 1024;
/** How many rows there are between two lines of progress. */
const step = 10_000;

async function writeRows(
  { output, signal, now }: Invocation,
  deployment: Deployment,
  folder: string,
  name: BackupFile,
  counts: { licences: number; customers: number },
): Promise<ManifestFile> {
  const hash = createHash('sha256');
  const handle = await open(pathOf(folder, name), 'wx');
  let rows = 0;
  let bytes = 0;
  let lines: string[] = [];
  let gathered = 0;
  const flush = async () => {
    const part = Buffer.from(lines.join(''));
    hash.update(part);
    bytes += part.length;
    await handle.writeFile(part);
    lines = [];
    gathered = 0;
  };
  try {
    for await (const row of backupRows(deployment, name, Number(now.slice(0, 4)))) {
      signal.throwIfAborted();
      const line = `${JSON.stringify(row)}\n`;
      lines.push(line);
      gathered += line.length;
      rows += 1;
      if (row.row === 'licence') counts.licences += 1;
      else if (row.table === 'customers') counts.customers += 1;
      if (gathered >= bufferBytes) await flush();
      if (output.isLive && rows % 100 === 0) output.redraw(`${name}: ${rows}`);
      else if (rows % step === 0) output.note(`${name}: ${rows}`);
    }
    await flush();
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { name, rows, bytes, sha256: hash.digest('hex') };
}
