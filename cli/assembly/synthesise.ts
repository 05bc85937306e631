import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dropUnused, useAssembly } from './assembly-users.ts';
import { dropLargeCache } from './compile-cache.ts';
import { sourcesHash } from './sources-hash.ts';

const root = join(import.meta.dirname, '..', '..');
const assemblies = join(root, 'dist', 'assemblies');
const run = promisify(execFile);

/** The synthesised application. */
export interface Assembly {
  readonly folder: string;
  /** Gives the folder up: this process needs it no longer. */
  release(): void;
}

/**
 * Synthesises the application, unless it was synthesised before from the same sources. The folder does not change
 * afterwards, so other processes may run from it too. Throws the CDK's error if synthesis fails.
 */
export async function synthesise(signal: AbortSignal): Promise<Assembly> {
  mkdirSync(assemblies, { recursive: true });
  const folder = join(assemblies, sourcesHash(root));
  const release = useAssembly(folder);
  try {
    await Promise.all([dropUnused(assemblies), existsSync(folder) ? undefined : make(folder, signal)]);
  } catch (error) {
    release();
    throw error;
  }
  return { folder, release };
}

/** Makes an assembly under another name and renames it, so that an incomplete one is never found. */
async function make(folder: string, signal: AbortSignal): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  try {
    const environment = { ...process.env, CDK_OUTDIR: draft };
    await run(process.execPath, [join(root, 'bin', 'app.ts')], { cwd: root, env: environment, signal });
    await dropLargeCache(join(root, 'dist', 'compile-cache'));
    putInPlace(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Renames an assembly to its name, unless another process was faster. */
function putInPlace(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}
