import type { CivilDate } from '../calendar.ts';
import type { Answer } from '../licence/answer.ts';
import { decideBy, type Decision } from '../licence/decision.ts';
import type { JournalDraft } from '../licence/journal-draft.ts';
import type { Licence } from '../licence/licence.ts';
import { pay, type Payment } from '../payments/payment.ts';
import type { Plan } from '../plan/plan.ts';
import { type AcceptQuote, acceptQuote, requestQuote } from '../quotes/quotes.ts';

/** What a customer does on a day to go on with its maintenance. */
export type GoingOn = { readonly on: CivilDate } & (
  Payment | AcceptQuote | { readonly activity: 'request-quote' }
);

/** Decides such a step, as of its own day. */
export function goOn(plan: Plan, licence: Licence, step: GoingOn): Decision {
  return decideBy((draft) => answerTo(plan, draft, step), licence, step, step.on);
}

function answerTo(plan: Plan, draft: JournalDraft, step: GoingOn): Answer {
  switch (step.activity) {
    case 'payment':
      return pay(plan, draft, step);
    case 'accept-quote':
      return acceptQuote(plan, draft, step);
    case 'request-quote':
      return requestQuote(plan, draft);
  }
}
