import { Command } from 'commander';
import { onLicence } from '../activities/apply-command.ts';
import { invoiceListCommand } from '../documents/invoice-list.ts';
import { invoiceShowCommand } from '../documents/invoice-show.ts';
import { readAmount } from '../activities/values.ts';
import { printOpen } from '../licence/print-open.ts';
import type { Invocation } from '../shell/invocation.ts';
import { type ReasonedOptions, reasoned } from './reasoned.ts';
import { licenceArgument } from '../shell/licence-argument.ts';

/** `invoice`: lists, shows, credits or reissues invoices. */
export function invoiceCommand(at: Invocation): Command {
  return new Command()
    .addCommand(invoiceListCommand(at))
    .addCommand(invoiceShowCommand(at))
    .addCommand(creditCommand(at))
    .addCommand(reissueCommand(at));
}

const invoiceArgument = "the invoice's printed number; default: the licence's latest";

interface CreditOptions extends ReasonedOptions {
  readonly net?: string;
}

function creditCommand(at: Invocation): Command {
  const command = new Command('credit')
    .description('issue a credit note for an invoice, in full or for a net amount')
    .argument(...licenceArgument)
    .argument('[invoice]', invoiceArgument, 'last')
    .option('--net <amount>', 'the net amount to credit; default: all that is not credited yet')
    .action(async (licenceId: string, invoice: string, options: CreditOptions) => {
      const { net, reason } = options;
      const { licence } = await onLicence(at, licenceId, options, ({ plan }) => ({
        activity: 'credit-invoice',
        invoice,
        net: net === undefined ? undefined : readAmount(net, plan),
        reason,
      }));
      if (options.json !== true) printOpen(at.output, licence);
    });
  return reasoned(
    command,
    `Examples:
  npx perennial invoice credit SN-1001 --reason 'ordered in error'
  npx perennial invoice credit SN-1001 SNUG-2026-00001 --net 100.00 --reason 'agreed by telephone'

Less is to be paid of an open invoice. If it is paid, the amount becomes credit. The term stays as it is.`,
  );
}

function reissueCommand(at: Invocation): Command {
  const command = new Command('reissue')
    .description("credit an invoice in full and issue it again, with the customer's data of the day")
    .argument(...licenceArgument)
    .argument('[invoice]', invoiceArgument, 'last')
    .action(async (licenceId: string, invoice: string, options: ReasonedOptions) => {
      const { reason } = options;
      const { licence } = await onLicence(at, licenceId, options, () => ({
        activity: 'reissue-invoice',
        invoice,
        reason,
      }));
      if (options.json !== true) printOpen(at.output, licence);
    });
  return reasoned(
    command,
    `Example:
  npx perennial invoice reissue SN-1001 --reason 'the customer has moved'`,
  );
}
