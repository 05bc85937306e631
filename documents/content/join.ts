import { sumOfBills, sumOfOffers } from '../../wording/facts/sums.ts';
import type { DocumentContent, InvoiceContent, QuoteContent } from './content.ts';

/**
 * One document over several licences, with a line for each in the order given. `first` and the `others` are what each
 * licence's document would be. Throws where they are of different kinds, or of one that is never shared.
 */
export function joined(first: DocumentContent, others: readonly DocumentContent[]): DocumentContent {
  if (others.length === 0) return first;
  switch (first.kind) {
    case 'quote': {
      const quotes = others.map(quoteOnly);
      const offer = sumOfOffers([first.offer, ...quotes.map((quote) => quote.offer)]);
      return {
        ...first,
        modules: [],
        offer,
        lines: [...first.lines, ...quotes.flatMap(({ lines }) => lines)],
      };
    }
    case 'invoice': {
      const invoices = others.map(invoiceOnly);
      const bill = sumOfBills([first.bill, ...invoices.map((invoice) => invoice.bill)]);
      return {
        ...first,
        modules: [],
        bill,
        lines: [...first.lines, ...invoices.flatMap(({ lines }) => lines)],
      };
    }
    case 'change-quote':
    case 'credit-note':
      throw mixed(first);
  }
}

function quoteOnly(content: DocumentContent): QuoteContent {
  if (content.kind === 'quote') return content;
  throw mixed(content);
}

function invoiceOnly(content: DocumentContent): InvoiceContent {
  if (content.kind === 'invoice') return content;
  throw mixed(content);
}

function mixed({ kind, number }: DocumentContent): Error {
  return new Error(`${number} is shared by licences, and a ${kind} cannot be a line of it`);
}
