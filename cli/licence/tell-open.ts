import type { Licence } from '../../domain/licence/licence.ts';
import { inFigures } from '../../domain/billing/money.ts';
import type { Output } from '../shell/output.ts';
import { tellQuote } from './tell-quote.ts';

/** Prints what is open of a licence: invoices, the quote, tickets. */
export function tellOpen(output: Output, { invoices, quote, changeQuote, tickets }: Licence): void {
  if (invoices.length > 0) {
    output.say();
    const rows = invoices.map(({ invoiceId, purpose, issuedOn, payBy, price }) => [
      invoiceId,
      purpose.order ? `${purpose.kind} order` : purpose.kind,
      issuedOn,
      payBy,
      inFigures(price.total),
    ]);
    output.table(['open invoice', 'for', 'issued', 'pay by', 'total'], rows);
  }
  if (quote !== undefined) {
    output.say();
    tellQuote(output, quote);
  }
  if (changeQuote !== undefined) {
    const { quoteId, change, price, validUntil, needsNewLicence } = changeQuote;
    output.say();
    output.say(`Quote ${quoteId} for a change, valid until ${validUntil}:`);
    output.list([
      ['change', change.kind === 'edition' ? `to edition ${change.edition}` : change.kind],
      ['price', `${inFigures(price.total)} (net ${inFigures(price.net)}, tax ${inFigures(price.tax)})`],
      ['note', needsNewLicence ? 'it takes a new licence: this one cannot change' : undefined],
    ]);
  }
  if (tickets.length > 0) {
    output.say();
    const rows = tickets.map(({ ticketId, terms, openedAt, firstResponseBy = '', access }) => [
      ticketId,
      terms,
      openedAt,
      firstResponseBy,
      access,
    ]);
    output.table(['open ticket', 'terms', 'opened', 'first response by', 'remote access'], rows);
  }
}
