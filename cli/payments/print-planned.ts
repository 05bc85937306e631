import { formatMoney } from '../../domain/billing/money.ts';
import type { IncomingPayment } from '../../domain/payments/incoming.ts';
import { countOf } from '../../client/words/count-of.ts';
import type { Output } from '../shell/output.ts';
import type { Statement } from './files/statement.ts';
import type { PlannedPayment } from './plan-payments.ts';
import type { SentPayment } from './sent-payment.ts';

/** Prints what is to be done with the payments of a file. */
export function printPlanned(
  output: Output,
  { reversals, debits, pending }: Statement,
  planned: readonly PlannedPayment[],
): void {
  const toBook = planned.filter((each) => each.plan === 'book');
  const toWait = planned.filter((each) => each.plan === 'wait');
  const known = planned.filter((each) => each.plan === 'known');
  const later = planned.filter((each) => each.plan === 'later');
  if (toBook.length > 0) {
    output.print(`${countOf(toBook.length, 'payment')} to book:`);
    output.table(
      ['received', 'amount', 'payer', 'licence', 'pays', 'text'],
      toBook.map(({ payment, allocations, numbers }) => [
        payment.received,
        formatMoney(payment.amount),
        shortened(payment.payer ?? '', 30),
        [...new Set(allocations.map(({ licenceId }) => licenceId))].join(', '),
        numbers.length > 0 ? numbers.join(', ') : 'what is open',
        shortened(payment.text, 60),
      ]),
    );
  }
  if (toWait.length > 0) {
    output.print(`${countOf(toWait.length, 'payment')} without a match, for the list of those that wait:`);
    output.table(
      ['received', 'amount', 'payer', 'text', 'reason'],
      toWait.map(({ payment, reason }) => [...moneyOf(payment), shortened(payment.text, 60), reason]),
    );
  }
  if (reversals.length > 0) {
    output.print(
      `${countOf(reversals.length, 'reversal')}, not booked: take a payment back with \`npx perennial payment reverse\`:`,
    );
    output.table(
      ['received', 'amount', 'payer', 'text'],
      reversals.map(({ received, amount, payer = '', text, isDebit }) => [
        received,
        `${isDebit ? '-' : ''}${formatMoney(amount)}`,
        shortened(payer, 30),
        shortened(text, 60),
      ]),
    );
  }
  const remarks = [
    [known.length, 'booked or dismissed before'],
    [later.length, 'with a value date still to come: import the file again then'],
    [debits, 'out, skipped'],
    [pending, 'not booked by the bank yet, skipped'],
  ] as const;
  for (const [count, what] of remarks) if (count > 0) output.print(`${countOf(count, 'payment')} ${what}.`);
}

/** What came of the payments that were sent. */
export function linesOfResult(sent: readonly SentPayment[]): readonly string[] {
  const count = (outcome: SentPayment['result']['outcome']) =>
    sent.filter(({ result }) => result.outcome === outcome).length;
  const mails = sent.flatMap(({ result }) => (result.outcome === 'booked' ? (result.mails ?? []) : []));
  const mailed = mails.filter(({ status }) => status === 'sent').length;
  const setAside = sent.flatMap(({ planned, result }) =>
    planned.plan === 'book' && result.outcome === 'waiting'
      ? [`${planned.payment.paymentId} waits: ${result.reason ?? 'no reason was given'}`]
      : [],
  );
  return [
    ...setAside,
    `Booked ${countOf(count('booked'), 'payment')}; ${countOf(mailed, 'mail')} sent.`,
    ...(count('waiting') === 0
      ? []
      : [`${countOf(count('waiting'), 'payment')} in the list: npx perennial payments list --unmatched`]),
  ];
}

function moneyOf({ received, amount, payer = '' }: IncomingPayment): readonly [string, string, string] {
  return [received, formatMoney(amount), shortened(payer, 30)];
}

/** A text cut to a width of a table. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
