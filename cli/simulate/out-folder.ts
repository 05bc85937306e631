import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';

/** What a simulation writes into its folder. */
export const outFiles = {
  journal: 'journal.jsonl',
  mail: 'mail.jsonl',
  mails: 'mail',
  documents: 'documents',
  executions: 'executions.jsonl',
  summary: 'summary.json',
  digest: 'digest.txt',
} as const;

const ours: ReadonlySet<string> = new Set(Object.values(outFiles));

/** Any of these shows that a simulation was here; the journal is written first. */
const marks: readonly string[] = [outFiles.journal, outFiles.mail, outFiles.executions, outFiles.summary];

/**
 * Why a simulation may not write into `folder`, in words; undefined where it may: there is no such folder, it is
 * empty, or it has the results of an earlier simulation and nothing else.
 */
export function refusalOf(path: string): string | undefined {
  const folder = normalize(path);
  const entries = entriesOf(folder);
  if (entries === 'not a folder') return `${folder} is not a folder`;
  const foreign = entries.filter((entry) => !ours.has(entry));
  const [first] = foreign;
  if (first !== undefined) {
    const more = foreign.length > 1 ? ` and ${foreign.length - 1} more` : '';
    return `${folder} has ${first}${more}, which is not from a simulation`;
  }
  if (entries.length > 0 && !entries.some((entry) => marks.includes(entry))) {
    return `${folder} has ${entries.join(', ')}, but no results of a simulation`;
  }
  return undefined;
}

/** Makes the folder, and deletes the results of an earlier simulation in it. Throws if the system does not allow it. */
export function clear(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of ours) rmSync(join(folder, name), { recursive: true, force: true });
}

function entriesOf(folder: string): readonly string[] | 'not a folder' {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return [];
  return found.isDirectory() ? readdirSync(folder) : 'not a folder';
}
