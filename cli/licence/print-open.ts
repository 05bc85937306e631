import type { Licence } from '../../domain/licence/licence.ts';
import { isOrder, owedOf, payByOf } from '../../domain/receivables/owed.ts';
import { formatMoney } from '../../domain/billing/money.ts';
import { toTheSecond } from '../../domain/time/instant.ts';
import type { Output } from '../shell/output.ts';
import { printQuote } from './print-quote.ts';

/** Prints a licence's open invoices, quotes and tickets. */
export function printOpen(output: Output, licence: Licence): void {
  const { invoices, quote, changeQuote, tickets } = licence;
  if (invoices.length > 0) {
    output.print();
    const rows = invoices.map((invoice) => [
      invoice.invoiceId,
      isOrder(invoice) ? `${invoice.purpose.kind} order` : invoice.purpose.kind,
      invoice.issuedOn,
      payByOf(licence, invoice),
      formatMoney(owedOf(invoice)),
    ]);
    output.table(['open invoice', 'for', 'issued', 'pay by', 'to pay'], rows);
  }
  if (quote !== undefined) {
    output.print();
    printQuote(output, quote);
  }
  if (changeQuote !== undefined) {
    const { quoteId, change, price, validUntil, needsNewLicence } = changeQuote;
    output.print();
    output.print(`Quote ${quoteId} for a change, valid until ${validUntil}:`);
    output.list([
      ['change', change.kind === 'edition' ? `to edition ${change.edition}` : change.kind],
      ['price', `${formatMoney(price.total)} (net ${formatMoney(price.net)}, tax ${formatMoney(price.tax)})`],
      [
        'note',
        needsNewLicence ? 'the change needs a new licence; this licence cannot be changed' : undefined,
      ],
    ]);
  }
  if (tickets.length > 0) {
    output.print();
    const rows = tickets.map(({ ticketId, terms, openedAt, firstResponseBy, access }) => [
      ticketId,
      terms,
      toTheSecond(openedAt),
      firstResponseBy === undefined ? '' : toTheSecond(firstResponseBy),
      access,
    ]);
    output.table(['open ticket', 'terms', 'opened', 'first response by', 'remote access'], rows);
  }
}
