import type { CivilDate } from '../calendar.ts';
import { type Chronicle, tell } from '../licence/journal-draft.ts';
import type { ActiveStanding } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import { lastDayToCancel, renewalTerm } from './terms.ts';
import { type Answer, refuse } from '../licence/answer.ts';

/** Stops renewal: cover goes on to the end of the term, or of the next where the notice comes too late. */
export function cancel(plan: Plan, so: Chronicle): Answer {
  const { standing } = so.licence;
  if (standing.status !== 'active')
    return refuse(so, `a ${standing.status} licence has no renewal to cancel`);
  if (standing.cancelledTo !== undefined) {
    return refuse(so, `renewal is already cancelled: cover ends on ${standing.cancelledTo}`);
  }
  const endsOn = cancelledCoverEnds(plan, standing, so.on);
  const because = `the customer cancelled on ${so.on}; the term ends on ${standing.term.ends}`;
  return tell(so, { type: 'RenewalCancelled', endsOn, because });
}

/** The end of the term, or of the next where an automatic plan's notice comes too late. */
function cancelledCoverEnds(plan: Plan, { term }: ActiveStanding, on: CivilDate): CivilDate {
  if (plan.renewal.mode === 'order' || on <= lastDayToCancel(plan, term)) return term.ends;
  return renewalTerm(plan, term).term.ends;
}

/** Undoes a cancellation. */
export function resume(so: Chronicle): Answer {
  const { standing } = so.licence;
  if (standing.status !== 'active')
    return refuse(so, `a ${standing.status} licence has no renewal to resume`);
  if (standing.cancelledTo === undefined) return refuse(so, 'renewal is not cancelled');
  return tell(so, { type: 'RenewalResumed', because: `the customer resumed before ${standing.cancelledTo}` });
}
