import type { CivilDate } from '../calendar.ts';
import { type JournalDraft, record } from '../licence/journal-draft.ts';
import type { ActiveStanding } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import { lastDayToCancel, renewalTerm } from './terms.ts';
import { type Answer, refuse } from '../licence/answer.ts';

/** Stops renewal: cover goes on to the end of the term, or of the next where the notice comes too late. */
export function cancel(plan: Plan, draft: JournalDraft): Answer {
  const { standing } = draft.licence;
  if (standing.status !== 'active')
    return refuse(draft, `a ${standing.status} licence has no renewal to cancel`, 'nothing-to-cancel');
  if (standing.cancelledTo !== undefined) {
    return refuse(
      draft,
      `renewal is already cancelled: cover ends on ${standing.cancelledTo}`,
      'already-cancelled',
    );
  }
  const endsOn = cancelledCoverEnds(plan, standing, draft.licence.alignTo, draft.on);
  const because = `the customer cancelled on ${draft.on}; the term ends on ${standing.term.ends}`;
  return record(draft, { type: 'RenewalCancelled', endsOn, because });
}

/** The end of the term, or of the next where an automatic plan's notice comes too late. */
function cancelledCoverEnds(
  plan: Plan,
  { term }: ActiveStanding,
  alignTo: string | undefined,
  on: CivilDate,
): CivilDate {
  if (plan.renewal.mode === 'order' || on <= lastDayToCancel(plan, term)) return term.ends;
  return renewalTerm(plan, term, alignTo).term.ends;
}

/** Undoes a cancellation. */
export function resume(draft: JournalDraft): Answer {
  const { standing } = draft.licence;
  if (standing.status !== 'active')
    return refuse(draft, `a ${standing.status} licence has no renewal to resume`, 'nothing-to-resume');
  if (standing.cancelledTo === undefined) return refuse(draft, 'renewal is not cancelled', 'not-cancelled');
  return record(draft, {
    type: 'RenewalResumed',
    because: `the customer resumed before ${standing.cancelledTo}`,
  });
}
