import { Command } from 'commander';
import { planById, plans } from '../../plans/index.ts';
import { refused } from '../ending.ts';
import type { Invocation } from '../invocation.ts';
import { readDate } from '../simulate/options.ts';
import type { RunOptions } from './run-plan.ts';

const help = `
Examples:
  npx perennial run video-sma
  npx perennial run video-sma --date 2026-03-02 --again

Starts what the schedule of 06:00 starts, waits for it, and says what became of each licence. A day runs once: --again
runs it a second time, with the licences that failed in it. Exit status 1 where any failed.`;

/** `run`: one day of one plan. */
export function runCommand(at: Invocation): Command {
  return new Command('run')
    .description('run a day of a plan now')
    .argument('<plan>', 'the id of the plan')
    .option('--date <date>', 'the day; default: today', readDate)
    .option('--again', 'also where the day was run before, with what failed then')
    .option('--yes', 'run it without asking')
    .option('--json', 'what became of it, as JSON')
    .addHelpText('after', help)
    .action(async (planId: string, options: RunOptions) => {
      const plan = planById(planId);
      if (plan === undefined) {
        throw refused(`there is no plan ${planId}: name one of ${plans.map(({ id }) => id).join(', ')}`);
      }
      const { runPlan } = await import('./run-plan.ts');
      await runPlan(at, plan, options);
    });
}
