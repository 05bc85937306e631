import { lstatSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What a simulation writes into its folder. */
export const outFiles = {
  journal: 'journal.jsonl',
  mail: 'mail.jsonl',
  mails: 'mail',
  documents: 'documents',
  executions: 'executions.jsonl',
  summary: 'summary.json',
  digest: 'digest.txt',
  permissions: 'permissions.json',
  meter: 'meter.json',
  weather: 'weather.json',
} as const;

/** Where the embedded cloud keeps its data while it plays the book. */
export const cloudData = '.cloud';

/** Marks a folder as a simulation's. It is written first, and nothing is deleted in a folder without it. */
const marker = '.simulation';

const ours: ReadonlySet<string> = new Set([marker, cloudData, ...Object.values(outFiles)]);

/**
 * Why a simulation may not write into `folder`, in words; undefined where it may: there is no such folder, it is
 * empty, or a simulation made it and it has nothing else.
 */
export function refusalOf(path: string): string | undefined {
  const folder = resolve(path);
  const entries = entriesOf(folder);
  if (entries === 'not a folder') return `${folder} is not a folder`;
  if (entries instanceof Error) return `${folder} cannot be read (${entries.message})`;
  const foreign = entries.filter((entry) => !ours.has(entry));
  const [first] = foreign;
  if (first !== undefined) {
    const more = foreign.length > 1 ? ` and ${foreign.length - 1} more` : '';
    return `${folder} has ${first}${more}, which is not from a simulation`;
  }
  if (entries.length > 0 && !entries.includes(marker)) {
    return `${folder} has ${entries.join(', ')}, but no file ${marker}, which every simulation writes`;
  }
  return undefined;
}

/** Makes the folder, and deletes the results of an earlier simulation in it. Throws if the system does not allow it. */
export function clear(folder: string): void {
  mkdirSync(folder, { recursive: true });
  // A link in its place would lead the text elsewhere.
  if (lstatSync(join(folder, marker), { throwIfNoEntry: false })?.isSymbolicLink() === true)
    rmSync(join(folder, marker));
  writeFileSync(join(folder, marker), 'A simulation has made this folder and may delete what is in it.\n');
  for (const name of ours) if (name !== marker) rmSync(join(folder, name), { recursive: true, force: true });
}

function entriesOf(folder: string): readonly string[] | 'not a folder' | Error {
  try {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found === undefined) return [];
    return found.isDirectory() ? readdirSync(folder) : 'not a folder';
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
