import { Command } from 'commander';
import type { LicenceCommand } from '../../contracts/operator/commands.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { quoteListCommand } from '../documents/quote-list.ts';
import { printOpen } from '../licence/print-open.ts';
import { type ChangeOptions, changing } from './change-options.ts';
import { onLicence } from './apply-command.ts';
import { isOfSeveral } from './print-events.ts';
import { readIds, readYears } from './values.ts';
import { licenceArgument } from '../shell/licence-argument.ts';

type PlainActivity = 'cancel' | 'resume' | 'activate' | 'install' | 'deactivate';

/** An activity without values of its own; `example` is a licence of the sample book. */
export function plainCommand(at: Invocation, activity: PlainActivity, example: string): Command {
  const command = new Command()
    .argument(...licenceArgument)
    .action(async (licenceId: string, options: ChangeOptions) => {
      await onLicence(at, licenceId, options, () => ({ activity }));
    });
  return changing(command, `Example:\n  npx perennial ${activity} ${example} --date 2026-03-09`);
}

/** `quote`: issues a quote, or accepts the open one. */
export function quoteCommand(at: Invocation): Command {
  const command = new Command()
    // Otherwise it takes the options of `list` that it has too, such as --json.
    .enablePositionalOptions()
    .argument(...licenceArgument)
    .option('--accept [years]', 'accept the open quote for this number of years; default: 1', readYears)
    .option('--po <number>', "the number of the customer's purchase order; with --accept")
    .option('--by <name>', 'who accepted it at the customer; with --accept')
    .option('--decline <reason>', 'decline the open quote, with the reason')
    .option('--licences <ids>', 'only these licences of a shared quote; ids separated by commas', readIds)
    .option('--except <ids>', 'all licences of a shared quote except these', readIds)
    .action(async (licenceId: string, options: QuoteOptions) => {
      const asked = quoteActivity(options);
      const { licence, events } = await onLicence(at, licenceId, options, () => asked);
      if (options.json !== true && !isOfSeveral(events)) printOpen(at.output, licence);
    })
    .addCommand(quoteListCommand(at));
  return changing(
    command,
    `Examples:
  npx perennial quote NJ-2001
  npx perennial quote NJ-2001 --accept 3 --po 4500-17 --by "Jane Doe"
  npx perennial quote NJM-Q-2026-00017 --accept --except NJ-2002,NJ-2009 --po 4500-17
  npx perennial quote NJ-2001 --decline "no longer in use"

The number of a quote over several licences stands for all of them, unless --licences or --except chooses.`,
  );
}

interface QuoteOptions extends ChangeOptions {
  /** True without a number of years. */
  readonly accept?: number | true;
  readonly licences?: string[];
  readonly except?: string[];
  readonly po?: string;
  readonly by?: string;
  readonly decline?: string;
}

function quoteActivity({ accept, po, by, decline: reason, licences, except }: QuoteOptions): LicenceCommand {
  const years = accept === true ? 1 : accept;
  const chosen = { licences, except };
  if (licences !== undefined && except !== undefined)
    throw refused('Name only one of --licences and --except.');
  if (years === undefined && reason === undefined && (licences ?? except) !== undefined)
    throw refused('--licences and --except need --accept or --decline.');
  if (years === undefined && (po ?? by) !== undefined) throw refused('--po and --by need --accept.');
  if (years !== undefined && reason !== undefined) throw refused('Name only one of --accept and --decline.');
  if (reason !== undefined) return { activity: 'decline-quote', reason, ...chosen };
  if (years === undefined) return { activity: 'request-quote' };
  return { activity: 'accept-quote', years, po, by, ...chosen };
}
