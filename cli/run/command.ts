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

Starts the same execution as the schedule of 06:00, waits for it, and prints the outcome for each licence. A day runs once;
--again runs it a second time and includes the licences that failed, not the mails that wait for the next run. --licence runs one licence in an extra execution,
independent of the day's run.

Exit status: 0 done; 1 some licences failed, or mails wait; 2 refused and nothing done; 130 stopped by Ctrl-C.`;

/** `run`: one day of one plan. */
export function runCommand(at: Invocation): Command {
  return new Command()
    .argument('<plan>', 'the id of the plan')
    .option('--date <date>', 'the day; default: today', readDate)
    .addOption(
      new Option('--licence <licence>', 'only this licence, even if the day has run').conflicts('again'),
    )
    .option('--again', 'run a day again, with the licences that failed')
    .option('--yes', 'run it without asking')
    .option('--json', 'print the outcomes as JSON')
    .addHelpText('after', help)
    .action(async (planId: string, options: RunOptions) => {
      const plan = planNamed(planId);
      const { runPlan } = await import('./run-plan.ts');
      await runPlan(at, plan, options);
    });
}
