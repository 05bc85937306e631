import type { Answer } from '../licence/answer.ts';
import type { JournalDraft } from '../licence/journal-draft.ts';
import type { Plan } from '../plan/plan.ts';
import { type CreditInvoice, creditInvoice } from './credit-note.ts';
import { hold, type Hold, release } from './hold.ts';
import { addNote, type Note } from './note.ts';
import { type Refund, refund } from './refund.ts';
import { type ReissueInvoice, reissueInvoice } from './reissue.ts';
import { type ReversePayment, reversePayment } from './reverse-payment.ts';

/** What an operator does about what a customer owes or has paid. */
export type ReceivablesCommand =
  ReversePayment | CreditInvoice | ReissueInvoice | Refund | Hold | { readonly activity: 'release' } | Note;

export function answerReceivables(plan: Plan, draft: JournalDraft, command: ReceivablesCommand): Answer {
  switch (command.activity) {
    case 'reverse-payment':
      return reversePayment(plan, draft, command);
    case 'credit-invoice':
      return creditInvoice(plan, draft, command);
    case 'reissue-invoice':
      return reissueInvoice(plan, draft, command);
    case 'refund':
      return refund(draft, command);
    case 'hold':
      return hold(plan, draft, command);
    case 'release':
      return release(draft);
    case 'note':
      return addNote(draft, command);
  }
}
