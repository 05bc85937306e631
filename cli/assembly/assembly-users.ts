import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Next to each assembly is a folder with a file for each use of it, named after the process that runs from it. */
const users = '.users';

/**
 * Marks an assembly as used by this process, which may use it several times at once.
 * @returns takes this mark away
 */
export function useAssembly(folder: string): () => void {
  const mark = join(folder + users, `${process.pid}.${randomUUID()}`);
  mkdirSync(folder + users, { recursive: true });
  writeFileSync(mark, '');
  return () => {
    rmSync(mark, { force: true });
  };
}

/**
 * Deletes the assemblies that no living process uses, and what processes that were killed have left. They are out of the way
 * when this returns, and deleted when the promise is fulfilled: an assembly takes 35 MB.
 */
export async function dropUnused(assemblies: string): Promise<void> {
  const entries = readdirSync(assemblies);
  const kept = new Set(
    entries
      .filter((entry) => entry.endsWith(users))
      .filter((entry) => processesIn(join(assemblies, entry)).some(isAlive))
      .map((entry) => basename(entry, users)),
  );
  const dropped: Promise<void>[] = [];
  for (const entry of entries) {
    const [name = '', ending = ''] = entry.split('.');
    const pid = Number(/(?<!\d)\d+$/.exec(ending)?.[0]);
    if (ending === '' || ending === users.slice(1) ? kept.has(name) : isAlive(pid)) continue;
    // Half an assembly must not be found by its name.
    const gone = join(assemblies, `${name}.${ending}gone-${process.pid}`);
    unlessGone(() => {
      renameSync(join(assemblies, entry), gone);
      dropped.push(rm(gone, { recursive: true, force: true }));
    });
  }
  await Promise.all(dropped);
}

function processesIn(folder: string): readonly number[] {
  const marks = unlessGone(() => readdirSync(folder)) ?? [];
  return marks.map((mark) => Number.parseInt(mark, 10));
}

/** What `work` gives; undefined where another process has deleted meanwhile what it works on. */
function unlessGone<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether there is a process of this id. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
