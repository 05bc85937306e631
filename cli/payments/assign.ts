import { Command } from 'commander';
import { formatMoney } from '../../domain/billing/money.ts';
import { allocationInWords } from '../../domain/payments/allocation-in-words.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { type KeptPayment, keptPaymentsOf } from '../../client/payments/kept-payments.ts';
import { confirm } from '../shell/ask.ts';
import { countOf } from '../../client/words/count-of.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { leftOf } from '../../client/payments/kept-payments.ts';
import { partsToBook } from '../../client/payments/parts-to-book.ts';

interface AssignOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

/** `payments assign`: books a payment that waits. */
export function assignCommand(at: Invocation): Command {
  return new Command('assign')
    .description("record a waiting payment for a licence, an invoice or a customer's open invoices")
    .argument('<payment>', 'the id of the payment, as `payments list` prints it')
    .argument('<target>', "a licence's id, the printed number of an invoice, or a customer's id")
    .option('--yes', 'book without asking')
    .option('--dry-run', 'print what would be booked, and book nothing')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Examples:
  npx perennial payments assign B-4711-0a1b2c3d4e SN-1001
  npx perennial payments assign B-4711-0a1b2c3d4e SNUG-2026-00001

A printed number pays that invoice first. A licence's id pays its open invoices, oldest first; the rest becomes credit. A
customer's id pays the one open invoice of this amount, or all of them if they owe the amount together. It counts as received
on its value date. If the command is interrupted, give it again: what it has begun is completed, and nothing is booked twice.`,
    )
    .action((paymentId: string, target: string, options: AssignOptions) =>
      assign(at, paymentId, target, options),
    );
}

async function assign(
  at: Invocation,
  paymentId: string,
  target: string,
  options: AssignOptions,
): Promise<void> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const kept = await waitingPayment(deployment, paymentId);
  const allocations = await partsToBook(deployment, kept, target);
  if (options.json !== true) {
    at.output.print(
      `${formatMoney(leftOf(kept))}, received on ${kept.payment.received}: ${kept.payment.text}`,
    );
    for (const each of allocations) at.output.print(`  ${allocationInWords(each)}`);
  }
  if (options.dryRun === true) {
    if (options.json === true) at.output.json({ paymentId, allocations });
    at.output.note('Dry run: nothing was done.');
    return;
  }
  await confirm(at, options);
  const result = await deployment.operator.assignPayment({ paymentId, allocations: [...allocations] });
  if (options.json === true) {
    at.output.json({ paymentId, allocations, ...result });
    return;
  }
  const sent = (result.mails ?? []).filter(({ status }) => status === 'sent').length;
  at.output.print(`Booked on ${result.licenceIds.join(', ')}; ${countOf(sent, 'mail')} sent.`);
  if (result.problem !== undefined) at.output.note(`Mail: ${result.problem}. The next run sends the rest.`);
}

/** A payment that waits, or whose booking may have broken off. Refuses an id that none has, or one that is over. */
export async function waitingPayment(deployment: Deployment, paymentId: string): Promise<KeptPayment> {
  const kept = await keptPaymentsOf(deployment).get(paymentId);
  if (kept === undefined)
    throw refused(
      `There is no payment ${paymentId}. \`npx perennial payments list --unmatched\` lists those that wait.`,
    );
  if (kept.state === 'waiting' || kept.state === 'booking') return kept;
  throw refused(`Payment ${paymentId} is no longer waiting: it is ${kept.state}.`);
}
