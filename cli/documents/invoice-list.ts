import { Command } from 'commander';
import { dayIn } from '../../domain/calendar.ts';
import { add, decimalOf, formatMoney, type Money } from '../../domain/billing/money.ts';
import { ages } from '../../domain/receivables/issued-invoices.ts';
import type { Invocation } from '../shell/invocation.ts';
import { type Columns, Listing } from '../shell/listing.ts';
import { eachPage } from './each-journal.ts';
import { type InvoiceRow, invoiceRows } from './invoice-row.ts';
import { type DocumentListOptions, howFound, listingDocuments } from './listing-options.ts';

const help = `
Examples:
  npx perennial invoice list --open
  npx perennial invoice list --overdue --plan smart-net-user-group --csv
  npx perennial invoice list --customer C-CANT

"to pay" is the total less credit notes; "overdue" counts the days since the last day for payment. A hold does not move that
day here. A table ends with what is open by age.
${howFound}`;

interface Options extends DocumentListOptions {
  readonly overdue?: boolean;
}

/** `invoice list`: invoices with their state and age. */
export function invoiceListCommand(at: Invocation): Command {
  const command = new Command('list')
    .description('list invoices with what is to be paid of them, and since when')
    .option('--overdue', 'only open invoices whose last day for payment is over')
    .action(async (options: Options) => {
      await listInvoices(at, options);
    });
  return listingDocuments(command, 'invoices').addHelpText('after', help);
}

async function listInvoices(at: Invocation, options: Options): Promise<void> {
  const { output, now } = at;
  const { connect } = await import('../shell/connect.ts');
  const listed = new Listing(output, columns, options);
  const open = new Map<string, Map<string, Money>>();
  const pages = eachPage<InvoiceRow>(at, await connect(at), options, {
    kind: 'invoice',
    mayBeOpen: ({ invoices }) => invoices.length > 0,
    rowsOf: (plan, journal) => invoiceRows(plan, journal, dayIn(plan.timeZone, now)),
    isAsked: ({ state, daysOverdue = 0 }) =>
      options.overdue === true ? daysOverdue > 0 : options.open !== true || state === 'open',
  });
  for await (const rows of pages) {
    if (!output.isRead) return;
    listed.add(rows);
    for (const { age, owed } of rows) {
      if (age === undefined) continue;
      const ofCurrency = open.get(owed.currency) ?? new Map<string, Money>();
      open.set(owed.currency, ofCurrency);
      for (const band of [age, total]) {
        const before = ofCurrency.get(band);
        ofCurrency.set(band, before === undefined ? owed : add(before, owed));
      }
    }
  }
  if (!listed.isTable) return;
  if (listed.isEmpty) output.note('No invoices.');
  if (open.size === 0) return;
  output.print();
  output.print('To pay, by days overdue:');
  const amount = (money: Money | undefined) => (money === undefined ? '' : formatMoney(money));
  output.table(
    [...ages, total],
    [...open.values()].map((ofCurrency) => [...ages, total].map((band) => amount(ofCurrency.get(band)))),
  );
}

const total = 'in all';

const columns: Columns<InvoiceRow> = {
  table: [
    ['number', ({ number }) => number],
    ['licence', ({ licenceId }) => licenceId],
    ['customer', ({ customerId }) => customerId],
    ['for', ({ kind }) => kind],
    ['issued', ({ issuedOn }) => issuedOn],
    ['pay by', ({ payBy }) => payBy],
    ['total', (row) => formatMoney(row.total)],
    ['state', ({ state, paidOn }) => (paidOn === undefined ? state : `${state} on ${paidOn}`)],
    ['to pay', ({ state, owed }) => (state === 'open' ? formatMoney(owed) : '')],
    ['overdue', ({ daysOverdue }) => (daysOverdue === undefined || daysOverdue === 0 ? '' : daysOverdue)],
  ],
  csv: [
    ['number', ({ number }) => number],
    ['invoiceId', ({ invoiceId }) => invoiceId],
    ['licenceId', ({ licenceId }) => licenceId],
    ['planId', ({ planId }) => planId],
    ['customerId', ({ customerId }) => customerId],
    ['kind', ({ kind }) => kind],
    ['issuedOn', ({ issuedOn }) => issuedOn],
    ['payBy', ({ payBy }) => payBy],
    ['currency', (row) => row.total.currency],
    ['total', (row) => decimalOf(row.total)],
    ['state', ({ state }) => state],
    ['toPay', ({ owed }) => decimalOf(owed)],
    ['daysOverdue', ({ daysOverdue }) => daysOverdue],
    ['age', ({ age }) => age],
    ['paidOn', ({ paidOn }) => paidOn],
    ['purchaseOrder', ({ purchaseOrder }) => purchaseOrder],
  ],
};
