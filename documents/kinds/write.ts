import { oneLine } from '../../wording/text/line.ts';
import type { DocumentContent } from '../content/content.ts';
import { changeQuote } from './change-quote.ts';
import { creditNote } from './credit-note.ts';
import { invoice } from './invoice.ts';
import { letterhead } from '../parts/letterhead.ts';
import type { DocumentLocaliser } from '../parts/localiser.ts';
import { quote } from './quote.ts';
import { sharedInvoice } from './shared-invoice.ts';
import { sharedQuote } from './shared-quote.ts';
import { hanFormOf } from '../typesetting/han-form.ts';
import { isolated } from '../typesetting/isolated.ts';
import type { Block, Sheet } from '../parts/sheet.ts';

/** A document in the words of its customer's language. */
export function writeDocument(localiser: DocumentLocaliser, content: DocumentContent): Sheet {
  const { own } = localiser;
  const title = `${own.title[titles[content.kind]]} ${content.number}`;
  return {
    language: own.language,
    title,
    date: content.issuedOn,
    han: hanFormOf(content.customer.locale, content.customer.country),
    blocks: [letterhead(content, title), ...body(localiser, content)],
    foot: `${isolated(oneLine(content.about.vendor.name))} · ${title}`,
    page: own.page,
  };
}

const titles = {
  quote: 'quote',
  'change-quote': 'quote',
  invoice: 'invoice',
  'credit-note': 'creditNote',
} as const;

function body(localiser: DocumentLocaliser, content: DocumentContent): readonly Block[] {
  switch (content.kind) {
    case 'quote':
      return content.lines.length > 1 ? sharedQuote(localiser, content) : quote(localiser, content);
    case 'change-quote':
      return changeQuote(localiser, content);
    case 'invoice':
      return content.lines.length > 1 ? sharedInvoice(localiser, content) : invoice(localiser, content);
    case 'credit-note':
      return creditNote(localiser, content);
  }
}
