import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

export interface Simulated {
  readonly out: string;
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function sample(book: string): string {
  return path.join(root, 'samples', book);
}

/** Runs `perennial simulate` as a user does, in a process of its own. */
export async function simulate(
  book: string,
  from: string,
  to: string,
  ...more: string[]
): Promise<Simulated> {
  const out = path.join(await mkdtemp(path.join(tmpdir(), 'perennial-simulated-')), 'out');
  const options = ['--book', book, '--from', from, '--to', to, '--out', out, ...more];
  return new Promise((done) => {
    const args = [path.join(root, 'bin/perennial.ts'), 'simulate', ...options];
    const child = execFile(
      process.execPath,
      args,
      { cwd: root, maxBuffer: 16_000_000 },
      (_error, stdout, stderr) => {
        done({ out, status: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });
}
