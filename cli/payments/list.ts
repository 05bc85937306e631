import { Command } from 'commander';
import { formatMoney } from '../../domain/billing/money.ts';
import { addMonths, type CivilDate, dayIn } from '../../domain/calendar.ts';
import { type KeptPayment, keptPaymentsOf } from '../../client/payments/kept-payments.ts';
import type { Invocation } from '../shell/invocation.ts';
import { refused } from '../shell/ending.ts';
import { readDate } from '../simulate/options.ts';
import { whoInWords } from '../../client/words/who-in-words.ts';
import { shortened } from './print-planned.ts';

interface ListOptions {
  readonly unmatched?: boolean;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly json?: boolean;
}

/** `payments list`: the payments that came in. */
export function listCommand(at: Invocation): Command {
  return new Command('list')
    .description('list payments of bank files, and reported payments that match nothing')
    .option('--unmatched', 'only those that wait to be assigned or dismissed')
    .option('--from <date>', 'the first value date; default: a month ago', readDate)
    .option('--to <date>', 'the last value date; default: today', readDate)
    .option('--json', 'print JSON, with who did what')
    .addHelpText(
      'after',
      '\nExamples:\n  npx perennial payments list --unmatched\n  npx perennial payments list --from 2026-01-01 --to 2026-03-31 --json',
    )
    .action((options: ListOptions) => listPayments(at, options));
}

async function listPayments(at: Invocation, { unmatched, from, to, json }: ListOptions): Promise<void> {
  if (unmatched === true && (from ?? to) !== undefined)
    throw refused('--unmatched lists all that wait: leave out --from and --to.');
  const last = to ?? dayIn('UTC', at.now);
  const first = from ?? addMonths(last, -1);
  const { connect } = await import('../shell/connect.ts');
  const payments = keptPaymentsOf(await connect(at));
  const found: KeptPayment[] = [];
  for await (const kept of payments.waiting()) found.push(kept);
  if (unmatched !== true) {
    for (const month of monthsFrom(first, last))
      for await (const kept of payments.ofMonth(month)) found.push(kept);
  }
  const isAsked = ({ payment: { received } }: KeptPayment) =>
    unmatched === true || (received >= first && received <= last);
  const listed = found.filter(isAsked).toSorted((a, b) => (a.payment.received < b.payment.received ? -1 : 1));
  if (json === true) at.output.json(listed);
  else if (listed.length === 0) at.output.print(unmatched === true ? 'No payment waits.' : 'No payments.');
  else
    at.output.table(
      ['payment', 'received', 'amount', 'state', 'payer', 'text', 'licence', 'reason', 'by'],
      listed.map(rowOf),
    );
}

function rowOf({ payment, state, allocations, reason = '', steps }: KeptPayment): readonly string[] {
  const last = steps.at(-1);
  return [
    payment.paymentId,
    payment.received,
    formatMoney(payment.amount),
    state,
    shortened(payment.payer ?? '', 30),
    shortened(payment.text, 60),
    [...new Set(allocations.map(({ licenceId }) => licenceId))].join(', '),
    reason,
    last === undefined ? '' : `${actorOf(last)}, ${last.at.slice(0, 10)}`,
  ];
}

function actorOf({ by }: KeptPayment['steps'][number]): string {
  if (by.by !== 'operator') return 'the payment system';
  return by.who === undefined ? 'an operator' : whoInWords(by.who);
}

/** The months of a span of days, such as 2026-01. */
function monthsFrom(first: CivilDate, last: CivilDate): readonly string[] {
  const months: string[] = [];
  for (let day = first; day.slice(0, 7) <= last.slice(0, 7); day = addMonths(day, 1))
    months.push(day.slice(0, 7));
  return months;
}
