import { Command } from 'commander';
import { dayIn } from '../../domain/calendar.ts';
import { formatMoney } from '../../domain/billing/money.ts';
import { creditNotesOf, replay } from '../../domain/receivables/history.ts';
import { issuedInvoices } from '../../domain/receivables/issued-invoices.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { IssuedDocuments, type NumberedJournal } from '../../client/finding/issued-documents.ts';
import { planOf } from '../../plans/plan-of.ts';
import { countOf } from '../../client/words/count-of.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { invoiceRows } from './invoice-row.ts';
import { lineInWords } from './line-in-words.ts';

const help = `
Example:
  npx perennial invoice show SNUG-2026-00001`;

/** `invoice show`: an invoice by its printed number. */
export function invoiceShowCommand(at: Invocation): Command {
  return new Command('show')
    .description('show an invoice: its lines, tax and total, its payment and its credit notes')
    .argument('<number>', "the invoice's printed number")
    .option('--json', 'print a line of JSON for each licence on the invoice')
    .addHelpText('after', help)
    .action(async (number: string, { json }: { readonly json?: boolean }) => {
      await showInvoice(at, number, json === true);
    });
}

async function showInvoice(at: Invocation, number: string, asJson: boolean): Promise<void> {
  const { output } = at;
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const journals = await new IssuedDocuments(deployment).ofNumber(number);
  if (journals.length === 0) throw noInvoice(number);
  for (const [index, journal] of journals.entries()) {
    if (index > 0 && !asJson) output.print();
    await showLine(at, deployment, number, journal, asJson);
  }
}

/** Prints the invoice, or a licence's part of one that licences share. */
async function showLine(
  { output, now }: Invocation,
  deployment: Deployment,
  number: string,
  journal: NumberedJournal,
  asJson: boolean,
): Promise<void> {
  const plan = planOf(replay(journal.events).facts.planId);
  const row = invoiceRows(plan, journal, dayIn(plan.timeZone, now)).find((each) => each.number === number);
  const found = issuedInvoices(journal.events).find(({ issued }) => issued.invoiceId === row?.invoiceId);
  if (row === undefined || found === undefined) throw noInvoice(number);
  const { price, reissues } = found.issued;
  const creditNotes = creditNotesOf(journal.events, row.invoiceId).map((note) => {
    const { creditNoteId, date: issuedOn, total, reason } = note;
    return { number: journal.numbers.get(creditNoteId) ?? creditNoteId, issuedOn, total, reason };
  });
  if (asJson) {
    output.jsonLine({ ...row, price, reissues, creditNotes });
    return;
  }
  const customer = (await deployment.customers([row.customerId])).values[0]?.name;
  const { state, daysOverdue = 0 } = row;
  const overdue = daysOverdue === 0 ? '' : `, ${countOf(daysOverdue, 'day')} overdue`;
  output.list([
    ['invoice', row.number],
    ['licence', `${row.licenceId} (${row.planId})`],
    ['customer', customer === undefined ? row.customerId : `${customer} (${row.customerId})`],
    ['for', row.kind],
    ['issued', row.issuedOn],
    ['pay by', row.payBy],
    ['purchase order', row.purchaseOrder],
    ['reissues', reissues === undefined ? undefined : (journal.numbers.get(reissues) ?? reissues)],
    ['state', row.paidOn === undefined ? `${state}${overdue}` : `${state}; paid on ${row.paidOn}`],
    ['to pay', state === 'open' ? formatMoney(row.owed) : undefined],
  ]);
  output.print();
  output.table(
    ['line', 'amount'],
    [
      ...price.lines.map((line) => [lineInWords(line), formatMoney(line.net)]),
      ['net', formatMoney(price.net)],
      [`tax, ${price.taxPercent} %`, formatMoney(price.tax)],
      ['total', formatMoney(price.total)],
      ...creditNotes.map((note) => [
        `credit note ${note.number} of ${note.issuedOn}: ${note.reason}`,
        formatMoney({ ...note.total, amount: -note.total.amount }),
      ]),
    ],
  );
}

function noInvoice(number: string) {
  return refused(
    `There is no invoice ${number}. Check the number: \`npx perennial invoice list\` lists the printed numbers.`,
  );
}
