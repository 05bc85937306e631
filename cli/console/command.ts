import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { readPort } from '../shell/port.ts';

const help = `
Examples:
  npx perennial console
  npx perennial console --port 4580 --no-open

Serves the console on this machine only, until Ctrl-C, and opens it in the browser. It reads and acts with the credentials of
this terminal: with the policy PerennialReadOnly it only reads, with PerennialOperators it also acts. The printed address has a
token; without it nobody gets in.`;

/** `console`: the pages for renewals managers and admins. */
export function consoleCommand(at: Invocation): Command {
  return new Command()
    .option('--port <number>', 'port of the console; 0 takes a free one', readPort, 0)
    .option('--no-open', 'only print the address')
    .addHelpText('after', help)
    .action(async ({ port, open }: { readonly port: number; readonly open: boolean }) => {
      const { runConsole } = await import('./run-console.ts');
      await runConsole(at, { port, opensBrowser: open });
    });
}
