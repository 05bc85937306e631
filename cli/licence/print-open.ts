import type { Licence } from '../../domain/licence/licence.ts';
import { formatMoney } from '../../domain/billing/money.ts';
import { toTheSecond } from '../../domain/time/instant.ts';
import type { Output } from '../shell/output.ts';
import { printQuote } from './print-quote.ts';

/** Prints a licence's open invoices, quotes and tickets. */
export function printOpen(output: Output, { invoices, quote, changeQuote, tickets }: Licence): void {
  if (invoices.length > 0) {
    output.print();
    const rows = invoices.map(({ invoiceId, purpose, issuedOn, payBy, price }) => [
      invoiceId,
      purpose.order ? `${purpose.kind} order` : purpose.kind,
      issuedOn,
      payBy,
      formatMoney(price.total),
    ]);
    output.table(['open invoice', 'for', 'issued', 'pay by', 'total'], rows);
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
