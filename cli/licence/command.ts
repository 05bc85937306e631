import { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar.ts';
import { onLicence } from '../activities/apply-command.ts';
import type { Invocation } from '../shell/invocation.ts';
import { listing } from '../shell/listing.ts';
import { readDate } from '../simulate/options.ts';
import { alignCommand, correctCommand, removeCommand, transferCommand } from './corrections.ts';
import { listLicences, type ListOptions } from './list.ts';
import { showLicence } from './show.ts';
import { licenceArgument } from '../shell/licence-argument.ts';

const help = `
Examples:
  npx perennial licence show VT-3001 --on 2026-03-01
  npx perennial licence show VT-3001 --mail

--mail also e-mails the customer how long the plan runs, as of today or --on.`;

interface ShowOptions {
  readonly on?: CivilDate;
  readonly json?: boolean;
  readonly mail?: boolean;
  readonly yes?: boolean;
}

/** `licence`: the state of licences. */
export function licenceCommand(at: Invocation): Command {
  return new Command()
    .addCommand(showCommand(at))
    .addCommand(listCommand(at))
    .addCommand(correctCommand(at))
    .addCommand(removeCommand(at))
    .addCommand(transferCommand(at))
    .addCommand(alignCommand(at));
}

function showCommand(at: Invocation): Command {
  return new Command('show')
    .description('show the state of a licence: its facts, its cover, what is open')
    .argument(...licenceArgument)
    .option('--on <date>', 'the state at the end of that day; default: now', readDate)
    .option('--json', 'print JSON')
    .option('--mail', 'e-mail the customer how long the plan runs')
    .option('--yes', 'send it without asking')
    .addHelpText('after', help)
    .action(async (licenceId: string, { on, json, mail, yes }: ShowOptions) => {
      await showLicence(at, licenceId, on, json === true);
      if (mail === true) await onLicence(at, licenceId, { date: on, yes }, () => ({ activity: 'ask-term' }));
    });
}

const listHelp = `
Examples:
  npx perennial licence list --plan video-sma
  npx perennial licence list --customer C-CANT --csv

Licences are printed as they are read, in no order. "to pay" is the total of open invoices, less credit.`;

function listCommand(at: Invocation): Command {
  const command = new Command('list')
    .description('list the licences of a plan or a customer with their state and what is open')
    .option('--plan <plan>', 'the id of the plan')
    .option('--customer <customer>', 'the id of the customer')
    .action(async (options: ListOptions) => {
      await listLicences(at, options);
    });
  return listing(command).addHelpText('after', listHelp);
}
