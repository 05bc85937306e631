import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { printOpen } from '../licence/print-open.ts';
import { type ChangeOptions, changing } from './change-options.ts';
import { onLicence } from './on-licence.ts';
import { readAmount, readPaymentId, readYears } from './values.ts';

/** `cancel`, `resume`, `activate`, `install` and `deactivate`: activities that say no more than their name. */
export function plainCommands(at: Invocation): readonly Command[] {
  return [
    plain(at, 'cancel', 'stop the renewal: cover goes on to the end of the term', 'VS-5001'),
    plain(at, 'resume', 'undo a cancellation', 'VS-5001'),
    plain(at, 'activate', 'the activation code was e-mailed: the first term starts', 'VT-3002'),
    plain(at, 'install', 'the software was installed: the first term starts', 'SN-1003'),
    plain(at, 'deactivate', 'end a subscription', 'NJ-2003'),
  ];
}

type PlainActivity = 'cancel' | 'resume' | 'activate' | 'install' | 'deactivate';

function plain(at: Invocation, activity: PlainActivity, description: string, example: string): Command {
  const command = new Command(activity)
    .description(description)
    .argument('<licence>', 'the id of the licence')
    .action(async (licenceId: string, options: ChangeOptions) => {
      await onLicence(at, licenceId, options, () => ({ activity }));
    });
  return changing(command, `Example:\n  npx perennial ${activity} ${example} --date 2026-03-09`);
}

/** `quote`: asks for a quote, or accepts the open one. */
export function quoteCommand(at: Invocation): Command {
  const command = new Command('quote')
    .description('issue the quote that the customer asks for, or accept the open one')
    .argument('<licence>', 'the id of the licence')
    .option('--accept <years>', 'accept the open quote for so many years', readYears)
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

interface PaymentOptions extends ChangeOptions {
  readonly id?: string;
}

/** `payment`: records what the customer paid. */
export function paymentCommand(at: Invocation): Command {
  const command = new Command('payment')
    .description('record a payment: it pays open invoices in full, oldest first; the rest is credit')
    .argument('<licence>', 'the id of the licence')
    .argument('[amount]', "in the plan's currency; default: all that is open, less credit")
    .option(
      '--id <payment>',
      'what your payment system calls it: a payment that is given twice is recorded once',
      readPaymentId,
    )
    .action(async (licenceId: string, amount: string | undefined, options: PaymentOptions) => {
      const { licence } = await onLicence(at, licenceId, options, ({ plan }) => ({
        activity: 'payment',
        amount: amount === undefined ? undefined : readAmount(amount, plan),
        paymentId: options.id,
      }));
      if (options.json !== true) printOpen(at.output, licence);
    });
  return changing(
    command,
    `Examples:
  npx perennial payment SN-1001
  npx perennial payment SN-1001 552.00 --date 2026-01-30 --id PAY-2026-0117 --yes`,
  );
}
