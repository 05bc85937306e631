import { Command } from 'commander';
import { onLicence } from '../activities/apply-command.ts';
import { readAmount } from '../activities/values.ts';
import type { Invocation } from '../shell/invocation.ts';
import { type ReasonedOptions, reasoned } from './reasoned.ts';
import { licenceArgument } from '../shell/licence-argument.ts';

/** `refund`: records that credit was paid out. */
export function refundCommand(at: Invocation): Command {
  const command = new Command()
    .argument(...licenceArgument)
    .argument('<amount>', "the amount in the plan's currency, at most the credit")
    .action(async (licenceId: string, amount: string, options: ReasonedOptions) => {
      const { reason } = options;
      await onLicence(at, licenceId, options, ({ plan }) => ({
        activity: 'refund',
        amount: readAmount(amount, plan),
        reason,
      }));
    });
  return reasoned(
    command,
    `Example:
  npx perennial refund SN-1001 48.00 --reason 'paid too much'`,
  );
}
