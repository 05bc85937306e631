import type { CivilDate } from '../calendar.ts';
import { customerActivities } from '../customer/events.ts';
import { receivableActivities } from '../receivables/events.ts';
import { type Answer, refuse } from './answer.ts';
import { whyNotOn } from './dated.ts';
import type { Activity, Event } from './events.ts';
import { type JournalDraft, journalDraft, record } from './journal-draft.ts';
import type { Licence } from './licence.ts';
import type { RejectionCode } from './rejection-code.ts';

/**
 * What comes of a command. A rejection changes nothing; its events say so in the journal, with the reason. A refusal is
 * not even journalled: the command has a day on which nothing can happen to the licence.
 */
export type Decision =
  | { readonly outcome: 'accepted'; readonly events: readonly Event[] }
  | {
      readonly outcome: 'rejected';
      readonly reason: string;
      /** The same for whoever says it in the customer's language; set where customers ask for it themselves. */
      readonly code?: RejectionCode | undefined;
      readonly events: readonly Event[];
    }
  | { readonly outcome: 'refused'; readonly reason: string; readonly events: readonly [] };

/**
 * Decides a command by its rule, as `decide` does for any command: a function that knows only one command loads only that
 * one's rule when it starts.
 * @param rule answers the command on the day that it has
 */
export function decideBy(
  rule: (draft: JournalDraft) => Answer,
  licence: Licence,
  { activity, on }: { readonly activity: Activity; readonly on: CivilDate },
  today: CivilDate,
  journal?: readonly Event[],
): Decision {
  const refusal = whyNotOn(licence, on, today);
  if (refusal !== undefined) return { outcome: 'refused', reason: refusal, events: [] };
  const draft = journalDraft(licence, on, journal);
  const answer = removed(draft, activity) ?? erased(draft, activity) ?? rule(draft);
  if (!('refused' in answer)) return { outcome: 'accepted', events: answer.events };
  const { refused: reason, code } = answer;
  const rejected = record(answer.draft, { type: 'ActivityRejected', activity, reason, because: reason });
  return { outcome: 'rejected', reason, code, events: rejected.events };
}

/** Whose a licence is goes on after its removal. */
function removed(draft: JournalDraft, activity: Activity): Answer | undefined {
  const { standing } = draft.licence;
  if (standing.status !== 'removed' || activity === 'merge-customer' || activity === 'erase-customer')
    return undefined;
  return refuse(draft, `the licence was removed on ${standing.removedOn}`, 'licence-removed');
}

/** What is still done for a customer whose data were erased: money is settled, and the licence goes to another one. */
const afterErasure: ReadonlySet<Activity> = new Set([
  'payment',
  ...receivableActivities,
  ...customerActivities,
  'transfer',
  'remove',
  'announce-update',
  'stop-mails',
]);

function erased(draft: JournalDraft, activity: Activity): Answer | undefined {
  const { erasedOn } = draft.licence;
  if (erasedOn === undefined || afterErasure.has(activity)) return undefined;
  return refuse(
    draft,
    `its customer's data were erased on ${erasedOn}: transfer it to another customer first`,
  );
}
