// Runs the parts of `npm run check` side by side, as many as the machine has cores, and prints what those said that failed.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import pLimit from 'p-limit';

const root = path.resolve(import.meta.dirname, '../..');

/** What takes longest comes first, so that it does not run alone in the end. */
const first = ['check:format', 'check:lint', 'check:types'];

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const others = Object.keys(scripts).filter((name) => name.startsWith('check:') && !first.includes(name));

/** Runs one script of package.json. @returns whether it found nothing */
function check(name: string): Promise<boolean> {
  const started = performance.now();
  return new Promise((resolve) => {
    const done = (error: Error | null, stdout: string, stderr: string) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      const result = error === null ? 'passed' : `FAILED\n${stdout}${stderr}`;
      process.stdout.write(`${name} ${result} (${seconds} s)\n`);
      resolve(error === null);
    };
    execFile('npm', ['run', '--silent', name], { cwd: root, maxBuffer: 64_000_000 }, done);
  });
}

const limit = pLimit(availableParallelism());
const passed = await Promise.all([...first, ...others].map((name) => limit(() => check(name))));
process.exitCode = passed.every(Boolean) ? 0 : 1;
