import { type Answer, refuse } from '../licence/answer.ts';
import { type JournalDraft, record } from '../licence/journal-draft.ts';
import { expireIfOver } from './offers.ts';
import { quoteIsOver } from '../billing/reasons.ts';

export interface DeclineQuote {
  readonly activity: 'decline-quote';
  readonly reason: string;
}

/** Closes the open quote, because the customer does not want it (docs/rules.md §5.10). Reminders go on. */
export function declineQuote(before: JournalDraft, { reason }: DeclineQuote): Answer {
  const open = before.licence.quote;
  const draft = expireIfOver(before, open);
  const { quote } = draft.licence;
  if (quote === undefined)
    return refuse(draft, open === undefined ? 'no quote is open' : quoteIsOver(open), 'quote-not-open');
  const { quoteId } = quote;
  return record(draft, {
    type: 'QuoteDeclined',
    quoteId,
    reason,
    because: `the customer declined ${quoteId}`,
  });
}
