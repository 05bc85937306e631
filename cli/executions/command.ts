import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { planNamed } from '../shell/plan-named.ts';
import { readDate } from '../simulate/options.ts';
import type { ListOptions } from './list.ts';
import type { ShowOptions } from './show.ts';

/** `executions`: what the runs did. */
export function executionsCommand(at: Invocation): Command {
  return new Command().addCommand(listCommand(at)).addCommand(showCommand(at));
}

const listHelp = `
Examples:
  npx perennial executions list
  npx perennial executions list --plan video-sma --from 2026-03-01 --to 2026-03-31 --failed

Prints the runs of the last 14 days, or of --from to --to, latest first. Each has an outcome:
  done       every due licence is up to date
  failed     some licences failed and are parked: \`npx perennial executions show PLAN DATE --failed\`;
             or mails wait for the next run, since SES takes none from the account: the outcome says why
  running    it has not ended yet
  aborted    the execution failed before its end: \`npx perennial run PLAN --date DATE --again\` does the rest
  missed     there was no run; the next run catches up
An extra run covers only licences that an operator named, with \`retry\` or \`run --licence\`.`;

function listCommand(at: Invocation): Command {
  return new Command('list')
    .description('list the runs of each plan, and missed days')
    .option('--plan <plan>', 'only this plan')
    .option('--from <date>', 'first day', readDate)
    .option('--to <date>', 'last day; default: today', readDate)
    .option('--failed', 'only runs that failed or were aborted, and missed days')
    .option('--json', 'print each as a line of JSON')
    .addHelpText('after', listHelp)
    .action(async ({ plan, ...options }: Omit<ListOptions, 'plan'> & { readonly plan?: string }) => {
      const named = plan === undefined ? undefined : planNamed(plan);
      const { listRuns } = await import('./list.ts');
      await listRuns(at, { ...options, plan: named });
    });
}

const showHelp = `
Examples:
  npx perennial executions show video-sma 2026-03-02
  npx perennial executions show video-sma 2026-03-02 --failed

Prints each licence of the day's run and of its extra runs, with its events and their reasons. Failed licences come first,
with the reason and whether they are still parked. Then it prints mails whose delivery is unknown, and held mails, which
wait for an operator (\`npx perennial mails send\`). The table has at most a hundred licences; --json prints all of them.`;

function showCommand(at: Invocation): Command {
  return new Command('show')
    .description('show what a run did to each licence, and why')
    .argument('<plan>', 'the id of the plan')
    .argument('<date>', 'the day', readDate)
    .option('--failed', 'only the licences that failed')
    .option('--json', 'print a line of JSON for the run, each mail and each licence')
    .addHelpText('after', showHelp)
    .action(async (planId: string, day: ReturnType<typeof readDate>, options: ShowOptions) => {
      const plan = planNamed(planId);
      const { showRuns } = await import('./show.ts');
      await showRuns(at, plan, day, options);
    });
}
