#!/usr/bin/env node
import { runCommandLine } from '../cli/command-line.ts';
import { Output } from '../cli/output.ts';

const stop = new AbortController();
// A second signal ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    stop.abort();
  });

const output = new Output(process.stdout, process.stderr, process.env);
process.exitCode = await runCommandLine(process.argv.slice(2), output, stop.signal);
