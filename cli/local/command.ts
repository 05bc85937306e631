import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { readPort } from '../shell/port.ts';
import { type ChosenWeather, seedOf, weatherOption } from '../weather/option.ts';

const help = `
Example:
  npx perennial local --port 4566 --data .perennial/cloud

The cloud runs until Ctrl-C. Paste the line that it prints into another terminal: there, all other commands work as they
would on AWS.

A restart with the same data keeps the tables, the files in S3, the executions, and mails as files. It does not keep
messages in queues or the list of the mail viewer. Schedules do not fire by themselves: to run a day of a
plan, use \`npx perennial run PLAN --date DATE\`; to move the clock and fire all schedules in between, \`npx perennial clock\`.

With --weather 7, services throttle, fail and lose answers, functions are killed in mid-call, SES reports late, twice or never,
and schedules fire twice or late, as on a bad day on AWS. The same seed gives the same faults. What happened how often is
printed when you stop the cloud.`;

interface Options {
  readonly port: number;
  readonly data: string;
  readonly weather?: ChosenWeather;
}

/** `local`: the application on this machine. */
export function localCommand(at: Invocation): Command {
  return new Command()
    .option('--port <number>', 'port of the endpoint', readPort, 4566)
    .option('--data <folder>', 'folder of its data', '.perennial/cloud')
    .addOption(weatherOption())
    .addHelpText('after', help)
    .action(async ({ port, data, weather }: Options) => {
      const { runLocally } = await import('./run-locally.ts');
      await runLocally(at, { port, data, weather: seedOf(weather) });
    });
}
