import { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar.ts';
import { decimalOf, formatMoney } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type IssuedQuote, issuedQuotes } from '../../domain/quotes/issued-quotes.ts';
import type { NumberedJournal } from '../../client/finding/issued-documents.ts';
import { countOf } from '../../client/words/count-of.ts';
import type { Invocation } from '../shell/invocation.ts';
import { type Columns, Listing } from '../shell/listing.ts';
import { eachPage, type ListedDocument } from './each-journal.ts';
import { type DocumentListOptions, howFound, listingDocuments } from './listing-options.ts';

const help = `
Examples:
  npx perennial quote list --open
  npx perennial quote list --open --plan netjapan-maintenance --csv
  npx perennial quote list --customer C-HOLM
${howFound}`;

/** A quote in a line. */
interface QuoteRow extends ListedDocument {
  readonly quoteId: string;
  readonly kind: IssuedQuote['kind'];
  readonly validUntil: CivilDate;
  readonly options: IssuedQuote['options'];
  readonly state: IssuedQuote['state'];
  readonly closedOn?: CivilDate | undefined;
}

/** `quote list`: quotes with their options and their state. */
export function quoteListCommand(at: Invocation): Command {
  const command = new Command('list')
    .description('list quotes with their options and their state')
    .action(async (options: DocumentListOptions) => {
      const { output } = at;
      const { connect } = await import('../shell/connect.ts');
      const listed = new Listing(output, columns, options);
      const pages = eachPage<QuoteRow>(at, await connect(at), options, {
        kind: 'quote',
        mayBeOpen: ({ quote, changeQuote }) => (quote ?? changeQuote) !== undefined,
        rowsOf,
        isAsked: ({ state }) => options.open !== true || state === 'open',
      });
      for await (const rows of pages) {
        if (!output.isRead) return;
        listed.add(rows);
      }
      if (listed.isEmpty && listed.isTable) output.note('No quotes.');
    });
  return listingDocuments(command, 'quotes').addHelpText('after', help);
}

function rowsOf({ id: planId }: Plan, { licenceId, events, numbers }: NumberedJournal): readonly QuoteRow[] {
  return issuedQuotes(events).map((quote) => {
    return { ...quote, number: numbers.get(quote.quoteId) ?? quote.quoteId, licenceId, planId };
  });
}

function optionsInWords({ options }: QuoteRow): string {
  return options
    .map(({ years, total }) => {
      return years === undefined ? formatMoney(total) : `${formatMoney(total)} (${countOf(years, 'year')})`;
    })
    .join(', ');
}

const columns: Columns<QuoteRow> = {
  table: [
    ['number', ({ number }) => number],
    ['licence', ({ licenceId }) => licenceId],
    ['customer', ({ customerId }) => customerId],
    ['for', ({ kind }) => kind],
    ['issued', ({ issuedOn }) => issuedOn],
    ['valid until', ({ validUntil }) => validUntil],
    ['total', optionsInWords],
    ['state', ({ state, closedOn }) => (closedOn === undefined ? state : `${state} on ${closedOn}`)],
  ],
  csv: [
    ['number', ({ number }) => number],
    ['quoteId', ({ quoteId }) => quoteId],
    ['licenceId', ({ licenceId }) => licenceId],
    ['planId', ({ planId }) => planId],
    ['customerId', ({ customerId }) => customerId],
    ['kind', ({ kind }) => kind],
    ['issuedOn', ({ issuedOn }) => issuedOn],
    ['validUntil', ({ validUntil }) => validUntil],
    ['state', ({ state }) => state],
    ['closedOn', ({ closedOn }) => closedOn],
    // The first option; JSON has all.
    ['years', ({ options: [first] }) => first?.years],
    ['currency', ({ options: [first] }) => first?.total.currency],
    ['total', ({ options: [first] }) => first && decimalOf(first.total)],
  ],
};
