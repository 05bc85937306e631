import { Command, Option } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { planNamed } from '../shell/plan-named.ts';
import { readDate } from '../simulate/options.ts';
import type { RunOptions } from './run-plan.ts';

const help = `
Examples:
  npx perennial run video-sma
  npx perennial run video-sma --date 2026-03-02 --again
  npx perennial run video-sma --licence SMA-5001

Starts what the schedule of 06:00 starts, waits for it, and says what became of each licence. A day runs once: --again
runs it a second time, with the licences that failed in it. --licence runs but one licence, in an execution of its own: the
run of the day is still to come, or goes on beside it. Exit status 1 where any failed.`;

/** `run`: one day of one plan. */
export function runCommand(at: Invocation): Command {
  return new Command('run')
    .description('run a day of a plan now')
    .argument('<plan>', 'the id of the plan')
    .option('--date <date>', 'the day; default: today', readDate)
    .addOption(
      new Option('--licence <licence>', 'only this licence, whether the day has run or not').conflicts(
        'again',
      ),
    )
    .option('--again', 'also where the day was run before, with what failed then')
    .option('--yes', 'run it without asking')
    .option('--json', 'what became of it, as JSON')
    .addHelpText('after', help)
    .action(async (planId: string, options: RunOptions) => {
      const plan = planNamed(planId);
      const { runPlan } = await import('./run-plan.ts');
      await runPlan(at, plan, options);
    });
}
