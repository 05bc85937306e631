import { Command } from 'commander';
import type { Days } from '../../domain/time/days.ts';
import type { Invocation } from '../shell/invocation.ts';
import { planNamed } from '../shell/plan-named.ts';
import { readDays } from '../simulate/options.ts';
import type { BackfillOptions } from './backfill.ts';

const help = `
Example:
  npx perennial backfill video-sma 2026-04-10..2026-04-14

The next daily run does by itself what missed days have left, and dates it its own day: mostly that is enough. A backfill
before it gives each missed day a run of its own, in order, so that
  - invoices, lapses and quotes bear the dates that they should have had; days to pay count from there, not from today
  - of several reminders each goes out, where one late run skips all but the latest
  - each day has its record and its execution.
Licences that came in since, and what customers did since, count as they stand today.

A day that has run is left as it is, and so is one before a day that has run, which has caught up. It stops at the first
day that fails; the same command then goes on from there, as it does after Ctrl-C. Exit status 1 where a day failed.`;

/** `backfill`: missed days, in order. */
export function backfillCommand(at: Invocation): Command {
  return new Command('backfill')
    .description('make up for missed days of a plan in order, before the next daily run does it at once')
    .argument('<plan>', 'the id of the plan')
    .argument('<from..to>', 'the days, both included', readDays)
    .option('--yes', 'do it without asking')
    .option('--json', 'a line of JSON for each day that was run')
    .addHelpText('after', help)
    .action(async (planId: string, days: Days, options: BackfillOptions) => {
      const plan = planNamed(planId);
      const { backfill } = await import('./backfill.ts');
      await backfill(at, plan, days, options);
    });
}
