import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { planNamed } from '../shell/plan-named.ts';
import { readDate } from '../simulate/options.ts';
import type { RetryOptions } from './retry.ts';

const help = `
Examples:
  npx perennial retry video-sma
  npx perennial retry video-sma SMA-5001 SMA-5004 --yes

If a run fails on a licence, it parks the licence: runs skip it until an operator has removed the cause. This command
releases parked licences and runs them at once, in an extra execution. The run does everything that is due, dated today. If
you interrupt it, the next daily run does the rest.

Exit status: 0 done; 1 some licences failed again, or mails wait; 2 refused and nothing done; 130 stopped by Ctrl-C.`;

/** `retry`: runs parked licences again. */
export function retryCommand(at: Invocation): Command {
  return new Command()
    .argument('<plan>', 'the id of the plan')
    .argument('[licences...]', 'ids of parked licences; default: all of the plan')
    .option('--date <date>', 'day of the run; default: today', readDate)
    .option('--yes', 'run them without asking')
    .option('--json', 'print the outcomes as JSON')
    .addHelpText('after', help)
    .action(async (planId: string, licenceIds: readonly string[], options: RetryOptions) => {
      const plan = planNamed(planId);
      const { retry } = await import('./retry.ts');
      await retry(at, plan, licenceIds, options);
    });
}
