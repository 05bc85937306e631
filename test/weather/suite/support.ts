import { execFile } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** Runs the simulation in a process of its own: what it does to clocks and clients stays there. */
export function weather(
  args: readonly string[],
): Promise<{ readonly printed: string; readonly status: number | string }> {
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 64_000_000 };
    execFile(process.execPath, ['test/weather/main.ts', ...args], options, (error, stdout, stderr) => {
      resolve({ printed: stdout + stderr, status: error === null ? 0 : (error.code ?? error.message) });
    });
  });
}
