import { Command } from 'commander';
import { formatMoney } from '../../domain/billing/money.ts';
import { confirm } from '../shell/ask.ts';
import type { Invocation } from '../shell/invocation.ts';
import { readReason } from '../receivables/reasoned.ts';
import { waitingPayment } from './assign.ts';

interface DismissOptions {
  readonly reason: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `payments dismiss`: takes a payment that is for no licence off the list. */
export function dismissCommand(at: Invocation): Command {
  return new Command('dismiss')
    .description('remove a payment that is for no licence from the waiting list')
    .argument('<payment>', 'the id of the payment, as `payments list` prints it')
    .requiredOption('--reason <text>', 'why, in words: it is recorded with your name', readReason)
    .option('--yes', 'dismiss without asking')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      "\nExample:\n  npx perennial payments dismiss B-4711-0a1b2c3d4e --reason 'rent of the shop'",
    )
    .action((paymentId: string, options: DismissOptions) => dismiss(at, paymentId, options));
}

async function dismiss(at: Invocation, paymentId: string, options: DismissOptions): Promise<void> {
  const { reason } = options;
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const { payment } = await waitingPayment(deployment, paymentId);
  if (options.json !== true)
    at.output.print(`${formatMoney(payment.amount)}, received on ${payment.received}: ${payment.text}`);
  await confirm(at, options);
  await deployment.operator.dismissPayment({ paymentId, reason });
  if (options.json === true) at.output.json({ paymentId, state: 'dismissed', reason });
  else at.output.print(`Payment ${paymentId} is dismissed.`);
}
