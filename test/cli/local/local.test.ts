import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommandLine } from '../../../cli/command-line.ts';
import { keptOutput } from '../../support/cli/streams.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perennial-local-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The command line in a process of its own, and what it has printed so far. */
function perennial(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const started = spawn(process.execPath, ['bin/perennial.ts', ...args], {
    env: { ...process.env, ...environment },
  });
  const printed = { text: '' };
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (chunk: Buffer) => (printed.text += chunk.toString()));
  return { started, printed, ended: once(started, 'exit') };
}

test('local runs until Ctrl-C and prints the environment that other commands need', async () => {
  const { started, printed, ended } = perennial(['local', '--port', '0', '--data', folder]);
  while (!printed.text.includes('Ctrl-C')) await once(started.stdout, 'data');
  const exported = /^export (.*)$/m.exec(printed.text)?.[1] ?? '';
  const environment = Object.fromEntries(exported.split(' ').map((each) => each.split('='))) as Record<
    string,
    string
  >;
  const shown = perennial(['licence', 'show', 'L-1'], environment);
  expect(await shown.ended).toEqual([2, null]);
  expect(shown.printed.text).toContain('There is no licence L-1');
  const console = /^ *console +(\S+)$/m.exec(printed.text)?.[1] ?? '';
  const entered = await fetch(console, { redirect: 'manual' });
  const cookie = entered.headers.getSetCookie().join().split(';')[0] ?? '';
  const today = await fetch(new URL('/', console), { headers: { cookie } });
  expect([today.status, await today.text()]).toEqual([200, expect.stringContaining('Today')]);
  started.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
  expect(printed.text).toContain(`Stopped. The data stay in ${folder}.`);
});

async function refusalOf(...args: readonly string[]) {
  const { err, output } = keptOutput();
  const { signal } = new AbortController();
  const status = await runCommandLine(['local', ...args], { output, signal, now: '2026-01-01T12:00:00Z' });
  return { status, err: err.text };
}

test('a port that is taken is refused before anything is synthesised', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { status, err } = await refusalOf('--port', String(port), '--data', folder);
  other.close();
  expect(status).toBe(2);
  expect(err).toContain(`--port: Port ${port} is not available`);
  expect(err).toContain(`choose another port such as ${port + 1}`);
  expect(err).not.toContain('Synthesising');
});

test.each(['http', '70000', '-1'])('%s is no port', async (port) => {
  const { status, err } = await refusalOf('--port', port);
  expect({ status, says: err.includes('Expected a port such as 4566') }).toEqual({ status: 2, says: true });
});

test('a data folder that is a file is refused', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const { status, err } = await refusalOf('--data', file);
  expect(status).toBe(2);
  expect(err).toContain(`--data: ${file} is not a folder that can be written. Name another.`);
});

test('a folder that holds other files, or data of an earlier version, is refused and left alone', async () => {
  mkdirSync(join(folder, 'tables'));
  const { status, err } = await refusalOf('--port', '0', '--data', folder);
  expect(status).toBe(2);
  expect(err).toContain(`--data: ${folder} has tables, but no data of this version`);
  expect(readdirSync(folder)).toEqual(['tables']);
});
