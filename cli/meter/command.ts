import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import type { MeterOptions } from './show.ts';

const help = `
Examples:
  npx perennial meter
  npx perennial meter --json --reset

Shows what the embedded cloud has done since its start or the last --reset, counted as AWS bills it: state transitions,
requests, write and read units, gigabyte-seconds, bytes of logs. Lambda's gigabyte-seconds are measured on this machine. All
other counts are the same in every run of the same work.`;

/** `meter`: what the embedded cloud has done, as AWS bills it. */
export function meterCommand(at: Invocation): Command {
  return new Command()
    .option('--json', 'print JSON')
    .option('--reset', 'count from 0 again afterwards')
    .addHelpText('after', help)
    .action(async (options: MeterOptions) => {
      const { showMeter } = await import('./show.ts');
      await showMeter(at, options);
    });
}
