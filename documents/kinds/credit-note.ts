import type { CreditNoteContent } from '../content/content.ts';
import {
  amounts,
  headline,
  licenceFacts,
  named,
  parties,
  purchaseOrderFact,
  servicePeriodFact,
  terms,
  text,
} from '../parts/parts.ts';
import type { DocumentLocaliser } from '../parts/localiser.ts';
import { sumsOf } from '../../wording/phrases/prices.ts';
import type { Block } from '../parts/sheet.ts';

/** A credit note: which invoice it credits, by how much with its tax, and what that means for the customer. */
export function creditNote(localiser: DocumentLocaliser, content: CreditNoteContent): readonly Block[] {
  const { own, words, date, money } = localiser;
  const { number, note } = content;
  const { product } = named(content);
  const effect = note.becomes === 'credit' ? own.creditNote.becomesCredit : own.creditNote.lessToPay;
  return [
    {
      kind: 'facts',
      facts: [
        { label: own.labels.creditNoteNumber, value: number },
        { label: own.labels.creditNoteDate, value: date(content.issuedOn) },
        { label: words.labels.invoice, value: note.invoiceNumber },
        { label: words.labels.invoiceDate, value: date(note.invoicedOn) },
        ...purchaseOrderFact(localiser, note.purchaseOrder),
        ...licenceFacts(localiser, content),
        ...servicePeriodFact(localiser, note.credits),
      ],
    },
    parties(localiser, content),
    headline(own.creditNote.headline(money(note.total))),
    {
      kind: 'table',
      columns: [
        { title: own.labels.description, align: 'left', share: 6 },
        { title: note.taxPercent > 0 ? words.labels.net : words.labels.amount, align: 'right', share: 2 },
      ],
      rows: [[own.creditNote.line({ product, number: note.invoiceNumber }), money(note.net)]],
      sums: sumsOf(localiser, note, 1),
    },
    ...amounts(localiser, content, note.total.currency, note),
    text(effect(money(note.total))),
    ...terms(localiser, content, []),
  ];
}
