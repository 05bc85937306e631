import { Command } from 'commander';
import type { Days } from '../../domain/time/days.ts';
import type { Invocation } from '../shell/invocation.ts';
import { planNamed } from '../shell/plan-named.ts';
import { readDays } from '../simulate/options.ts';
import type { BackfillOptions } from './backfill.ts';

const help = `
Example:
  npx perennial backfill video-sma 2026-04-10..2026-04-14

The next daily run catches up on missed days, and dates everything with its own day. Usually that is enough. A backfill before
it gives each missed day a run of its own, in order, so that
  - invoices, lapses and quotes have the dates they should have had, and days to pay count from there
  - every reminder is sent, where one late run skips all but the latest
  - each day has its record and its execution.
A licence that has had an event since a missed day, such as a payment, is left alone on that day.

The backfill skips days that have run, and days before them: the later run has caught up on those. It stops at the first day
that fails; run the same command again to continue, also after Ctrl-C.

Exit status: 0 done; 1 a day failed, or its mails wait; 2 refused and nothing done; 130 stopped by Ctrl-C.`;

/** `backfill`: missed days, in order. */
export function backfillCommand(at: Invocation): Command {
  return new Command()
    .argument('<plan>', 'the id of the plan')
    .argument('<from..to>', 'first and last day', readDays)
    .option('--yes', 'run them without asking')
    .option('--json', 'print a line of JSON for each day')
    .addHelpText('after', help)
    .action(async (planId: string, days: Days, options: BackfillOptions) => {
      const plan = planNamed(planId);
      const { backfill } = await import('./backfill.ts');
      await backfill(at, plan, days, options);
    });
}
