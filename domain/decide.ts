import { acceptQuote, requestQuote } from './activities/quotes.ts';
import type { Answer } from './activities/answer.ts';
import { cancel, resume } from './activities/cancellation.ts';
import { deactivate, supply } from './activities/activation.ts';
import { pay } from './activities/payment.ts';
import type { CivilDate } from './calendar.ts';
import { type Chronicle, chronicle, tell } from './chronicle.ts';
import type { Activity, Event } from './events.ts';
import type { Licence } from './licence.ts';
import type { Money } from './money.ts';
import type { Plan } from './plan.ts';

/** What a customer or an operator does on the day `on`. */
export type Command = { readonly on: CivilDate } & (
  | {
      readonly activity: 'payment';
      /** Unset: all that is open, less credit. */ readonly amount?: Money | undefined;
    }
  | { readonly activity: 'accept-quote'; readonly years: number }
  | { readonly activity: Exclude<Activity, 'payment' | 'accept-quote'> }
);

/** What comes of a command. A rejection changes nothing; its events say so in the journal, with the reason. */
export type Decision =
  | { readonly outcome: 'accepted'; readonly events: readonly Event[] }
  | { readonly outcome: 'rejected'; readonly reason: string; readonly events: readonly Event[] };

/** Decides a command on a licence by the plan's rules (plans.md §2). */
export function decide(plan: Plan, licence: Licence, command: Command): Decision {
  const answer = answerTo(plan, chronicle(licence, command.on), command);
  if (!('refused' in answer)) return { outcome: 'accepted', events: answer.events };
  const { refused: reason, so } = answer;
  const told = tell(so, { type: 'ActivityRejected', activity: command.activity, reason, because: reason });
  return { outcome: 'rejected', reason, events: told.events };
}

function answerTo(plan: Plan, so: Chronicle, command: Command): Answer {
  switch (command.activity) {
    case 'payment':
      return pay(plan, so, command.amount);
    case 'request-quote':
      return requestQuote(plan, so);
    case 'accept-quote':
      return acceptQuote(plan, so, command.years);
    case 'cancel':
      return cancel(plan, so);
    case 'resume':
      return resume(so);
    case 'activate':
      return supply(plan, so, 'activatedOn');
    case 'install':
      return supply(plan, so, 'installedOn');
    case 'deactivate':
      return deactivate(so);
  }
}
