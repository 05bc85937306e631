import { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Days } from '../../domain/time/days.ts';
import { formatOf, type FormatOptions, withFormatOptions } from '../book/format/options.ts';
import type { ExitStatus } from '../shell/exit-status.ts';
import type { Invocation } from '../shell/invocation.ts';
import { type ChosenWeather, seedOf, weatherOption } from '../weather/option.ts';
import { readDate, readDays } from './options.ts';

interface Options extends FormatOptions {
  readonly book: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly out: string;
  readonly missed?: Days;
  readonly weather?: ChosenWeather;
  readonly console?: boolean;
}

const example = `
Example:
  npx perennial simulate --book samples/five-plans --from 2025-12-01 --to 2027-04-30 --out results

The book is a folder with customers.csv, licences.csv and activity.csv; docs/book.md describes their columns. The results are
journal.jsonl (every event), mail.jsonl and mail/ (every mail), executions.jsonl (every run), summary.json, documents/,
permissions.json (what roles may do and did not need, and what was denied to them) and meter.json (what the runs did, counted
as AWS bills it; \`besideRuns\` counts registrations and activities).

With --weather 7, services throttle, fail and lose answers, functions are killed in mid-call, and SES reports late, twice or
never, as on a bad day on AWS. After the last day the weather clears, and that day is run again with what failed. weather.json
says what happened how often. The same seed gives the same faults.

Exit status: 0 done; 1 some licences failed; 2 refused and nothing run; 130 stopped by Ctrl-C.`;

/** `simulate`: plays a book on the embedded cloud, day by day; `settle` receives the status. */
export function simulateCommand(at: Invocation, settle: (status: ExitStatus) => void): Command {
  const command = new Command()
    .requiredOption('--book <folder>', 'the book to play')
    .requiredOption('--from <date>', 'first day of the runs', readDate)
    .requiredOption('--to <date>', 'last day of the runs', readDate)
    .requiredOption('--out <folder>', 'folder of the results; replaces those of an earlier simulation')
    .option('--missed <from..to>', 'days without runs', readDays)
    .addOption(weatherOption())
    .option('--console', 'in a terminal, open the console on what was played, until Ctrl-C');
  return withFormatOptions(command)
    .addHelpText('after', example)
    .action(
      async ({ book, from, to, out, missed, weather, console: endsWithConsole, ...written }: Options) => {
        if (from > to) command.error(`error: --from ${from} is after --to ${to}. Put the earlier day first.`);
        const { simulate } = await import('./simulate.ts');
        const format = formatOf(written);
        const simulation = {
          book,
          format,
          days: { from, to },
          missed,
          weather: seedOf(weather),
          out,
          endsWithConsole,
        };
        settle(await simulate(simulation, at));
      },
    );
}
