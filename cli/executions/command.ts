import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { planNamed } from '../shell/plan-named.ts';
import { readDate } from '../simulate/options.ts';
import type { ListOptions } from './list.ts';
import type { ShowOptions } from './show.ts';

/** `executions`: what the runs did. */
export function executionsCommand(at: Invocation): Command {
  return new Command('executions')
    .description('what the runs did, day by day and licence by licence')
    .addCommand(listCommand(at))
    .addCommand(showCommand(at));
}

const listHelp = `
Examples:
  npx perennial executions list
  npx perennial executions list --plan video-sma --from 2026-03-01 --to 2026-03-31 --failed

The latest first; of the last 14 days, unless --from and --to say otherwise. Each ended as
  done       every licence that was due is up to date
  failed     some licences failed and are parked: \`npx perennial executions show PLAN DATE --failed\`
  running    it has not ended yet
  broke off  it ended before it was through: \`npx perennial run PLAN --date DATE --again\` does what is left
  missed     the day had none; the next run catches up
An extra run is one of licences that an operator has named, by \`retry\` or \`run --licence\`.`;

function listCommand(at: Invocation): Command {
  return new Command('list')
    .description('the runs of each plan and day, and the days that were missed')
    .option('--plan <plan>', 'only of this plan')
    .option('--from <date>', 'the first day', readDate)
    .option('--to <date>', 'the last; default: today', readDate)
    .option('--failed', 'only those that failed, broke off or were missed')
    .option('--json', 'a line of JSON for each')
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

Each licence of the run of the day, and of extra ones, with the events that it made and their reasons; those that failed come
first, with why they did and whether they are parked still. Then mails of which nobody knew whether they went out
(unknown), and those that wait for an operator (held: \`npx perennial mails send\`). A table shows a hundred licences; --json
gives a line of JSON for the run, each mail and each licence.`;

function showCommand(at: Invocation): Command {
  return new Command('show')
    .description('what a run did to each licence, and why')
    .argument('<plan>', 'the id of the plan')
    .argument('<date>', 'the day', readDate)
    .option('--failed', 'only the licences that failed')
    .option('--json', 'a line of JSON for the run, for each mail and each licence')
    .addHelpText('after', showHelp)
    .action(async (planId: string, day: ReturnType<typeof readDate>, options: ShowOptions) => {
      const plan = planNamed(planId);
      const { showRuns } = await import('./show.ts');
      await showRuns(at, plan, day, options);
    });
}
