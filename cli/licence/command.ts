import { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar.ts';
import { onLicence } from '../activities/on-licence.ts';
import type { Invocation } from '../invocation.ts';
import { readDate } from '../simulate/options.ts';
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
  return new Command('licence').description('what is known of licences').addCommand(showCommand(at));
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
