import { Command, InvalidArgumentError } from 'commander';
import type { Invocation } from '../shell/invocation.ts';

const help = `
Example:
  npx perennial local --port 4566 --data .perennial/cloud

Keeps running until Ctrl-C. In another terminal, paste the lines that it prints; every other command then works on
this cloud as it would on AWS.

What stays when it is started again with the same data: the tables (licences, their events and mails, customers, runs),
worklists in S3, executions, and the mails as files. What does not: messages in queues, and the list that the mail
viewer shows. No schedule fires by itself, whatever the clock says: \`npx perennial run PLAN --date DATE\` runs a day.`;

/** `local`: the application on this machine. */
export function localCommand(at: Invocation): Command {
  return new Command('local')
    .description('run the application on this machine, for the other commands to work on')
    .option('--port <number>', 'the port of its endpoint', readPort, 4566)
    .option('--data <folder>', 'where its data lie', '.perennial/cloud')
    .addHelpText('after', help)
    .action(async ({ port, data }: { readonly port: number; readonly data: string }) => {
      const { runLocally } = await import('./run-locally.ts');
      await runLocally(at, port, data);
    });
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a port such as 4566, or 0 for a free one.');
}
