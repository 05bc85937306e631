import { invoiceIssued } from '../../../wording/facts/history.ts';
import { facts, text } from '../../letter/letter.ts';
import { defineKind } from '../kind.ts';

/** A credit note, and what it means for the invoice that it credits. */
export const creditNote = defineKind({
  name: 'credit-note',
  calledBy: (event) => (event.type === 'CreditNoteIssued' ? event : undefined),
  to: 'billing',
  copyToPartner: true,
  ifUnknown: 'hold',
  write: ({ localiser, about, history }, event) => {
    const words = localiser.words.creditNote;
    const { creditNoteId, invoiceId, becomes } = event;
    const total = localiser.money(event.total);
    const issuedOn = localiser.date(invoiceIssued(history, invoiceId).date);
    const named = { ...about, creditNoteId, invoiceId, issuedOn, total };
    const isOpen = history.then.invoices.some((invoice) => invoice.invoiceId === invoiceId);
    const effect = becomes === 'credit' ? words.becomesCredit(total) : words.lessToPay;
    return {
      subject: words.subject(named),
      body: [
        text(words.intro(named)),
        facts(
          words.heading,
          [words.number, creditNoteId],
          [localiser.words.labels.invoice, invoiceId],
          [words.amount, total],
        ),
        text(becomes === 'less-to-pay' && !isOpen ? words.nothingLeft : effect),
      ],
    };
  },
});
