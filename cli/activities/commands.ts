import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { printOpen } from '../licence/print-open.ts';
import { type ChangeOptions, changing } from './change-options.ts';
import { onLicence } from './apply-command.ts';
import { readYears } from './values.ts';

/** `cancel`, `resume`, `activate`, `install` and `deactivate`: activities without values of their own. */
export function plainCommands(at: Invocation): readonly Command[] {
  return [
    plain(at, 'cancel', 'cancel the renewal: cover continues to the end of the term', 'SMA-5001'),
    plain(at, 'resume', 'withdraw a cancellation', 'SMA-5001'),
    plain(at, 'activate', 'record that the activation code was e-mailed: the first term starts', 'VT-3002'),
    plain(at, 'install', 'record that the software was installed: the first term starts', 'SN-1003'),
    plain(at, 'deactivate', 'end a subscription', 'NJ-2003'),
  ];
}

type PlainActivity = 'cancel' | 'resume' | 'activate' | 'install' | 'deactivate';

function plain(at: Invocation, activity: PlainActivity, description: string, example: string): Command {
  const command = new Command(activity)
    .description(description)
    .argument('<licence>', 'the id of the licence, or the number of one of its quotes or invoices')
    .action(async (licenceId: string, options: ChangeOptions) => {
      await onLicence(at, licenceId, options, () => ({ activity }));
    });
  return changing(command, `Example:\n  npx perennial ${activity} ${example} --date 2026-03-09`);
}

/** `quote`: issues a quote, or accepts the open one. */
export function quoteCommand(at: Invocation): Command {
  const command = new Command('quote')
    .description('issue a quote that the customer requests, or accept the open quote')
    .argument('<licence>', 'the id of the licence, or the number of one of its quotes or invoices')
    .option('--accept <years>', 'accept the open quote for this number of years', readYears)
    .action(async (licenceId: string, options: ChangeOptions & { readonly accept?: number }) => {
      const { accept: years } = options;
      const { licence } = await onLicence(at, licenceId, options, () =>
        years === undefined ? { activity: 'request-quote' } : { activity: 'accept-quote', years },
      );
      if (options.json !== true) printOpen(at.output, licence);
    });
  return changing(
    command,
    `Examples:
  npx perennial quote NJ-2001
  npx perennial quote NJ-2001 --accept 3`,
  );
}
