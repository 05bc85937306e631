import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { planNamed } from '../shell/plan-named.ts';
import { readDate } from '../simulate/options.ts';
import type { RetryOptions } from './retry.ts';

const help = `
Examples:
  npx perennial retry video-sma
  npx perennial retry video-sma SMA-5001 SMA-5004 --yes

A licence that a run failed on is parked: left out of the runs until an operator has mended the cause. This puts it back,
whatever day it was parked on, and runs it at once, in an execution beside the run of the day. It does what has been due
since, dated today. Interrupted, it leaves the rest to the next daily run. Exit status 1 where any failed again.`;

/** `retry`: parked licences go back into the runs. */
export function retryCommand(at: Invocation): Command {
  return new Command('retry')
    .description('put parked licences back after their cause is mended, and run them')
    .argument('<plan>', 'the id of the plan')
    .argument('[licences...]', 'ids of parked licences; default: all of the plan')
    .option('--date <date>', 'the day of the run; default: today', readDate)
    .option('--yes', 'do it without asking')
    .option('--json', 'what became of them, as JSON')
    .addHelpText('after', help)
    .action(async (planId: string, licenceIds: readonly string[], options: RetryOptions) => {
      const plan = planNamed(planId);
      const { retry } = await import('./retry.ts');
      await retry(at, plan, licenceIds, options);
    });
}
