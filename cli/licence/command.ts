import { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar.ts';
import { onLicence } from '../activities/on-licence.ts';
import type { Invocation } from '../shell/invocation.ts';
import { planNamed } from '../shell/plan-named.ts';
import { readDate } from '../simulate/options.ts';
import { listLicences } from './list.ts';
import { showLicence } from './show.ts';

const help = `
Examples:
  npx perennial licence show VT-3001 --on 2026-03-01
  npx perennial licence show VT-3001 --mail

--mail sends the customer the answer to "how long does my plan run?", as of today or of --on.`;

interface ShowOptions {
  readonly on?: CivilDate;
  readonly json?: boolean;
  readonly mail?: boolean;
  readonly yes?: boolean;
}

/** `licence`: what is known of licences. */
export function licenceCommand(at: Invocation): Command {
  return new Command('licence')
    .description('what is known of licences')
    .addCommand(showCommand(at))
    .addCommand(listCommand(at));
}

function showCommand(at: Invocation): Command {
  return new Command('show')
    .description('where a licence stands: its facts, how long its plan runs, what is open')
    .argument('<licence>', 'the id of the licence')
    .option('--on <date>', 'as it stood on that day; default: as it stands', readDate)
    .option('--json', 'as JSON')
    .option('--mail', 'send the customer the answer to how long its plan runs')
    .option('--yes', 'send it without asking')
    .addHelpText('after', help)
    .action(async (licenceId: string, { on, json, mail, yes }: ShowOptions) => {
      await showLicence(at, licenceId, on, json === true);
      if (mail === true) await onLicence(at, licenceId, { date: on, yes }, () => ({ activity: 'ask-term' }));
    });
}

const listHelp = `
Example:
  npx perennial licence list --plan video-sma

They come as they are read, in no order. --json gives a line of JSON for each. "to pay" is all that is open, less credit.`;

interface ListOptions {
  readonly plan: string;
  readonly json?: boolean;
}

function listCommand(at: Invocation): Command {
  return new Command('list')
    .description('the licences of a plan, where each stands and what is open')
    .requiredOption('--plan <plan>', 'the id of the plan')
    .option('--json', 'a line of JSON for each')
    .addHelpText('after', listHelp)
    .action(async ({ plan: planId, json }: ListOptions) => {
      await listLicences(at, planNamed(planId), json === true);
    });
}
