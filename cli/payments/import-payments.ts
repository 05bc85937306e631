import { basename } from 'node:path';
import { mostPayments } from '../../contracts/operator/payments.ts';
import { batchesOf } from '../../client/deployment/batches.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { keptPaymentsOf } from '../../client/payments/kept-payments.ts';
import { numberPrefixes, PaymentMatcher } from '../../client/payments/payment-matcher.ts';
import { printedNumbersIn } from '../../domain/payments/printed-numbers.ts';
import { plans } from '../../plans/index.ts';
import { formatOf } from '../book/format/options.ts';
import { confirm } from '../shell/ask.ts';
import { countOf } from '../../client/words/count-of.ts';
import { failed, interrupted } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { progressOn } from '../shell/progress.ts';
import type { ImportPaymentsOptions } from './options.ts';
import { paymentColumns } from './files/csv.ts';
import { readStatement } from './files/read-statement.ts';
import { planPayments, type PlannedPayment } from './plan-payments.ts';
import type { SentPayment, ToSend } from './sent-payment.ts';
import { linesOfResult, printPlanned } from './print-planned.ts';

/** Shows what the payments of a file pay, asks, and has them booked; what matches nothing goes into the list. */
export async function importPayments(
  at: Invocation,
  path: string,
  options: ImportPaymentsOptions,
): Promise<void> {
  const { currency } = options;
  const format = formatOf(options, { [basename(path)]: paymentColumns.names });
  const statement = await readStatement(path, format, (text) => currency ?? currencyNamedIn(text));
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const kept = await keptPaymentsOf(deployment).getAll(statement.payments.map(({ paymentId }) => paymentId));
  const planned = await planPayments(new PaymentMatcher(deployment), statement.payments, kept, at.now);
  const toSend = planned.filter((each): each is ToSend => each.plan === 'book' || each.plan === 'wait');
  if (options.json !== true) printPlanned(at.output, statement, planned);
  if (options.dryRun === true || toSend.length === 0) {
    if (options.json === true) at.output.json({ planned, ...remarksOf(statement) });
    at.output.note(options.dryRun === true ? 'Dry run: nothing was done.' : 'Nothing to do.');
    return;
  }
  await confirm(at, options);
  const sent = await send(at, deployment, toSend);
  report(at, options, statement, planned, sent);
  if (at.signal.aborted)
    throw interrupted(
      `Stopped: ${sent.length} of ${toSend.length} payments were taken. Give the same command again for the rest.`,
    );
}

/** The currency of the plan of a printed number in a text. */
function currencyNamedIn(text: string): string | undefined {
  const [number] = printedNumbersIn(text, numberPrefixes);
  const isOf = (prefix: string) => number?.startsWith(`${prefix}-`) === true;
  return plans.find(({ numbers }) => Object.values(numbers).some(isOf))?.currency;
}

async function send(
  at: Invocation,
  deployment: Deployment,
  toSend: readonly ToSend[],
): Promise<readonly SentPayment[]> {
  const sent: SentPayment[] = [];
  const progress = progressOn(
    at.output,
    (_label, done, total) => `${Math.floor((done / total) * 10) * 10} %`,
  );
  for await (const batch of batchesOf(toSend, mostPayments)) {
    if (at.signal.aborted) break;
    const { results } = await deployment.operator.takePayments({
      payments: batch.map((each) => ({
        payment: each.payment,
        allocations: each.plan === 'book' ? [...each.allocations] : [],
        reason: each.plan === 'wait' ? each.reason.slice(0, 500) : undefined,
      })),
    });
    for (const [index, result] of results.entries()) {
      const planned = batch[index];
      if (planned !== undefined) sent.push({ planned, result });
    }
    if (toSend.length > mostPayments) progress.advance(sent.length, toSend.length, 'payments');
  }
  progress.end();
  return sent;
}

function report(
  { output }: Invocation,
  { json }: ImportPaymentsOptions,
  statement: Awaited<ReturnType<typeof readStatement>>,
  planned: readonly PlannedPayment[],
  sent: readonly SentPayment[],
): void {
  const unsent = planned.filter(({ plan }) => plan === 'known' || plan === 'later');
  const results = sent.map(({ planned: each, result }) => ({ ...each, result }));
  if (json === true) output.json({ planned: [...results, ...unsent], ...remarksOf(statement) });
  else for (const line of linesOfResult(sent)) output.print(line);
  const failures = sent.filter(({ result }) => result.outcome === 'failed');
  if (failures.length === 0) return;
  throw failed(`${countOf(failures.length, 'payment')} failed. Give the same command again.`, {
    details: failures.map(({ planned: { payment }, result }) =>
      result.outcome === 'failed' ? `${payment.paymentId}: ${result.reason}` : payment.paymentId,
    ),
  });
}

function remarksOf({ reversals, debits, pending }: Awaited<ReturnType<typeof readStatement>>) {
  return { reversals, debits, pending };
}
