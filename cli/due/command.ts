import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { listing } from '../shell/listing.ts';
import { readDate } from '../simulate/options.ts';
import type { DueOptions } from './options.ts';

const help = `
Examples:
  npx perennial due
  npx perennial due --on 2026-01-15 --plan smart-net-user-group
  npx perennial due --from 2026-01-01 --to 2026-01-31 --csv

Prints what the daily runs of these days will do if nobody acts until then: invoices, quotes and reminders with their gross
amounts, renewals, lapses, and quotes and orders that end. Before today's run has ended, it counts as a run to come. Parked
licences are omitted: runs skip them. It reads only licences that fall due by the last day.`;

/** `due`: what goes out, licence by licence. */
export function dueCommand(at: Invocation): Command {
  const command = new Command()
    .option('--on <date>', 'the day; default: tomorrow', readDate)
    .option('--from <date>', 'first day, with --to', readDate)
    .option('--to <date>', 'last day, with --from', readDate)
    .option('--plan <plan>', 'only this plan')
    .option('--customer <customer>', 'only the licences of this customer')
    .action(async (options: DueOptions) => {
      const { listDue } = await import('./due.ts');
      await listDue(at, options);
    });
  return listing(command).addHelpText('after', help);
}
