import { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Days } from '../../domain/time/days.ts';
import { formatOf, type FormatOptions, withFormatOptions } from '../book/format/options.ts';
import { readDate, readDays } from './options.ts';
import type { Simulation } from './simulate.ts';

interface Options extends FormatOptions {
  readonly book: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly out: string;
  readonly missed?: Days;
}

const example = `
Example:
  npx perennial simulate --book samples/five-plans --from 2025-12-01 --to 2027-04-30 --out results

The book is a folder with customers.csv, licences.csv and activity.csv. The results are journal.jsonl (every event),
mail.jsonl and mail/ (every mail), executions.jsonl (every run of a plan), summary.json and documents/.

Exit status: 0 all well; 1 some licences failed; 2 the input was refused and nothing was run.`;

/** `simulate`: plays a book on the embedded cloud, day by day. */
export function simulateCommand(run: (simulation: Simulation) => Promise<void>): Command {
  const command = new Command('simulate')
    .description('play a book of licences day by day on the embedded cloud, and write what came of it')
    .requiredOption('--book <folder>', 'the book to play')
    .requiredOption('--from <date>', 'the first day on which the schedules fire', readDate)
    .requiredOption('--to <date>', 'the last', readDate)
    .requiredOption('--out <folder>', 'where the results go; an earlier simulation there is replaced')
    .option('--missed <from..to>', 'days on which the schedules do not fire', readDays);
  return withFormatOptions(command)
    .addHelpText('after', example)
    .action(async ({ book, from, to, out, missed, ...written }: Options) => {
      if (from > to) command.error(`error: --from ${from} is after --to ${to}: name the earlier day first`);
      await run({ book, format: formatOf(written), days: { from, to }, missed, out });
    });
}
