import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What is compiled of one state of the sources takes some 15 MB. */
const mostBytes = 150_000_000;

/**
 * Deletes what was compiled once it takes more than `most` bytes: each change of the sources leaves what was compiled of the
 * ones before, and all the rest is still of use.
 */
export async function dropLargeCache(folder: string, most = mostBytes): Promise<void> {
  if ((await bytesIn(folder)) > most) await rm(folder, { recursive: true, force: true });
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  // Another process may replace a file meanwhile.
  const sizeOf = async (file: string) => (await stat(file).catch(() => undefined))?.size ?? 0;
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(({ parentPath, name }) => sizeOf(join(parentPath, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}
