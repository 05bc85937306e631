import { Command, InvalidArgumentError, Option } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { readDate } from '../simulate/options.ts';
import type { ClockOptions } from './clock.ts';

const help = `
Examples:
  npx perennial clock
  npx perennial clock --to 2027-03-01
  npx perennial clock --days 1
  npx perennial clock --to-next SN-1002

Shows the clock of a running \`npx perennial local\`, or moves it ahead. Every schedule in between fires, in order: the runs
of all plans, and the digest. Nothing waits for real time to pass. Everything in the cloud and all commands take the time
from this clock. From where you move it, it goes on; a restart with the same data keeps it. It never goes back: to begin
again, start \`npx perennial local\` with another --data.

A date means the moment at which all schedules of that day have fired, each in its own time zone.

Exit status: 0 done; 1 some runs failed; 2 refused, for example on AWS; 130 stopped by Ctrl-C.`;

/** `clock`: moves the time of the embedded cloud. */
export function clockCommand(at: Invocation): Command {
  const others = (name: string) => ['to', 'days', 'weeks', 'toNext'].filter((other) => other !== name);
  const one = (flags: string, description: string, name: string) =>
    new Option(flags, description).conflicts(others(name));
  return new Command()
    .addOption(one('--to <date>', 'to this date', 'to').argParser(readDate))
    .addOption(one('--days <number>', 'by so many days', 'days').argParser(readCount))
    .addOption(one('--weeks <number>', 'by so many weeks', 'weeks').argParser(readCount))
    .addOption(one('--to-next <licence>', 'to the next run that has something to do for a licence', 'toNext'))
    .option('--json', 'print a line of JSON for each run')
    .addHelpText('after', help)
    .action(async (options: ClockOptions) => {
      const { clock } = await import('./clock.ts');
      await clock(at, options);
    });
}

/** A hundred years: whoever asks for more has mistyped. */
const mostDays = 36_500;

function readCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count > 0 && count <= mostDays) return count;
  throw new InvalidArgumentError('Expected a number of 1 or more, such as 7.');
}
