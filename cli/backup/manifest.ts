import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { backupFiles } from '../../client/backup/backup-source.ts';
import { refused } from '../shell/ending.ts';

export const manifestFile = 'manifest.json';

const fileSchema = z.strictObject({
  name: z.enum(backupFiles),
  /** Rows, one a line. */
  rows: z.int().check(z.minimum(0)),
  bytes: z.int().check(z.minimum(0)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/** What a backup consists of. */
const manifestSchema = z.strictObject({
  format: z.literal(1),
  /** The version of Perennial that wrote it. */
  version: z.string(),
  /** The instant at which it was begun. */
  begun: z.string(),
  licences: z.int().check(z.minimum(0)),
  customers: z.int().check(z.minimum(0)),
  files: z.array(fileSchema).check(z.length(backupFiles.length)),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestFile = z.infer<typeof fileSchema>;

export function pathOf(folder: string, name: ManifestFile['name']): string {
  return join(folder, `${name}.jsonl`);
}

/** A backup's manifest and the checksum of it, by which the backup is known. Refuses what is none, and files that are not as they were. */
export async function readManifest(
  folder: string,
  signal: AbortSignal,
): Promise<{ readonly manifest: Manifest; readonly backup: string }> {
  const bytes = await readFile(join(folder, manifestFile)).catch((error: unknown) => {
    throw refused(`${folder} has no ${manifestFile}: name the folder of a backup.`, { cause: error });
  });
  const read = manifestSchema.safeParse(parsed(bytes.toString()));
  if (!read.success)
    throw refused(`${join(folder, manifestFile)} is not the manifest of a backup of this version.`, {
      details: [z.prettifyError(read.error)],
    });
  for (const file of read.data.files) {
    signal.throwIfAborted();
    const found = await checksumOf(pathOf(folder, file.name));
    if (found !== file.sha256)
      throw refused(
        `${pathOf(folder, file.name)} is not as it was written: its checksum is ${found ?? 'none, it cannot be read'}, expected ${file.sha256}. Nothing was restored.`,
      );
  }
  return { manifest: read.data, backup: createHash('sha256').update(bytes).digest('hex') };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function checksumOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const part of createReadStream(path)) if (part instanceof Buffer) hash.update(part);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
