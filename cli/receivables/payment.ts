import { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar.ts';
import { type ChangeOptions, changing } from '../activities/change-options.ts';
import { onLicence } from '../activities/apply-command.ts';
import { isOfSeveral } from '../activities/print-events.ts';
import { readAmount, readPaymentId } from '../activities/values.ts';
import { printOpen } from '../licence/print-open.ts';
import type { Invocation } from '../shell/invocation.ts';
import { readDate } from '../simulate/options.ts';
import { type ReasonedOptions, reasoned } from './reasoned.ts';
import { licenceArgument } from '../shell/licence-argument.ts';

interface PaymentOptions extends ChangeOptions {
  readonly id?: string;
  readonly received?: CivilDate;
  readonly document?: string;
}

/** `payment`: records what the customer paid, or takes it back. */
export function paymentCommand(at: Invocation): Command {
  const command = new Command()
    // Otherwise it takes the options of `reverse` that it has too, such as --yes.
    .enablePositionalOptions()
    .argument(...licenceArgument)
    .argument(
      '[amount]',
      "the amount in the plan's currency; default: the total of open invoices, less credit",
    )
    .option(
      '--id <payment>',
      "your payment system's id; a payment with a known id is not recorded again",
      readPaymentId,
    )
    .option('--received <date>', 'the day the money arrived; default: the day of the payment', readDate)
    .option(
      '--document <number>',
      'the printed number of the invoice that the payment names: it is paid first',
    )
    .action(async (licenceId: string, amount: string | undefined, options: PaymentOptions) => {
      const { id: paymentId, received, document } = options;
      const { licence, events } = await onLicence(at, licenceId, options, ({ plan }) => ({
        activity: 'payment',
        amount: amount === undefined ? undefined : readAmount(amount, plan),
        paymentId,
        received,
        document,
      }));
      if (options.json !== true && !isOfSeveral(events)) printOpen(at.output, licence);
    })
    .addCommand(reverseCommand(at));
  return changing(
    command,
    `Examples:
  npx perennial payment SN-1001
  npx perennial payment SN-1001 552.00 --date 2026-01-30 --id PAY-2026-0117 --yes
  npx perennial payment SN-1001 552.00 --received 2026-04-14
  npx perennial payment SNUG-2026-00017 1656.00 --id PAY-2026-0118
  npx perennial payment reverse SN-1001 SN-1001-P1 --reason 'the bank returned it'

A payment by the number of an invoice over several licences pays its lines in the order of their ids, each in full; the
rest becomes credit. If maintenance has lapsed as unpaid and the money had arrived by the pay-by day, give that day with --received: the
lapse is reversed.`,
  );
}

/** `payment reverse`: takes a payment back. */
function reverseCommand(at: Invocation): Command {
  const command = new Command('reverse')
    .description('take back a payment that was mistyped, bounced or charged back')
    .argument(...licenceArgument)
    .argument('<payment>', 'the id of the payment, such as SN-1001-P1; `npx perennial explain` shows it')
    .action(async (licenceId: string, paymentId: string, options: ReasonedOptions) => {
      const { reason } = options;
      const { licence } = await onLicence(at, licenceId, options, () => ({
        activity: 'reverse-payment',
        paymentId,
        reason,
      }));
      if (options.json !== true) printOpen(at.output, licence);
    });
  return reasoned(
    command,
    `Example:
  npx perennial payment reverse SN-1001 SN-1001-P1 --reason 'the bank returned it'

If the credit does not cover it, the invoice paid last is open again. Its term stays in force.`,
  );
}
