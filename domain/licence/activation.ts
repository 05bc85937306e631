import { type JournalDraft, record } from './journal-draft.ts';
import type { Plan } from '../plan/plan.ts';
import { missingFact, startFirstTerm } from './register.ts';
import { type Answer, refuse } from './answer.ts';

/** Supplies the day that a pending licence waits for, and starts its first term. */
export function supply(plan: Plan, draft: JournalDraft, fact: 'installedOn' | 'activatedOn'): Answer {
  const missing = missingFact(plan, draft.licence);
  if (missing === undefined)
    return refuse(draft, `the licence is ${draft.licence.standing.status}: it waits for nothing`);
  if (missing !== fact) return refuse(draft, `the first term waits for ${missing}, not for ${fact}`);
  const activated = record(draft, { type: 'LicenceActivated', fact, because: `${fact} ${draft.on}` });
  return startFirstTerm(plan, activated);
}

/** Ends a subscription. */
export function deactivate(draft: JournalDraft): Answer {
  const { standing } = draft.licence;
  if (standing.status !== 'subscribed') {
    return refuse(draft, `only a subscription is deactivated; this licence is ${standing.status}`);
  }
  return record(draft, { type: 'LicenceDeactivated', because: 'the subscription was given up' });
}
