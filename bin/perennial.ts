#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What was compiled once is not compiled again, in this process, its children and the functions of the embedded cloud.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../dist/compile-cache');
enableCompileCache(process.env['NODE_COMPILE_CACHE']);
const { questionsOn } = await import('../cli/shell/ask.ts');
const { runCommandLine } = await import('../cli/command-line.ts');
const { timeOfCloud } = await import('../client/clock/embedded-clock.ts');
const { Output } = await import('../cli/shell/output.ts');
const { outliveOutput } = await import('../cli/shell/unwritten-output.ts');

const stop = new AbortController();
// A second signal ends the process at once.
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => {
    stop.abort();
  });

const { signal } = stop;
const output = new Output(process.stdout, process.stderr, process.env);
outliveOutput(process, output);
const ask = questionsOn(process.stdin, process.stderr, signal);
const now = await timeOfCloud(process.env, new Date().toISOString());
process.exitCode = await runCommandLine(process.argv.slice(2), { output, signal, now, ask });
