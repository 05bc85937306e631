#!/usr/bin/env node
import { questionsOn } from '../cli/shell/ask.ts';
import { runCommandLine } from '../cli/command-line.ts';
import { Output } from '../cli/shell/output.ts';

const stop = new AbortController();
// A second signal ends the process at once.
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => {
    stop.abort();
  });

const { signal } = stop;
const output = new Output(process.stdout, process.stderr, process.env);
// Another program may have read enough, such as `head`. What the command does to licences goes on all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  output.readNoMore();
});
const ask = questionsOn(process.stdin, process.stderr, signal);
const now = new Date().toISOString();
process.exitCode = await runCommandLine(process.argv.slice(2), { output, signal, now, ask });
