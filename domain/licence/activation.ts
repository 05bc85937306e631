import { type Chronicle, tell } from './journal-draft.ts';
import type { Plan } from '../plan/plan.ts';
import { missingFact, startFirstTerm } from './register.ts';
import { type Answer, refuse } from './answer.ts';

/** Supplies the day that a pending licence waits for, and starts its first term. */
export function supply(plan: Plan, so: Chronicle, fact: 'installedOn' | 'activatedOn'): Answer {
  const missing = missingFact(plan, so.licence);
  if (missing === undefined)
    return refuse(so, `the licence is ${so.licence.standing.status}: it waits for nothing`);
  if (missing !== fact) return refuse(so, `the first term waits for ${missing}, not for ${fact}`);
  const activated = tell(so, { type: 'LicenceActivated', fact, because: `${fact} ${so.on}` });
  return startFirstTerm(plan, activated);
}

/** Ends a subscription. */
export function deactivate(so: Chronicle): Answer {
  const { standing } = so.licence;
  if (standing.status !== 'subscribed') {
    return refuse(so, `only a subscription is deactivated; this licence is ${standing.status}`);
  }
  return tell(so, { type: 'LicenceDeactivated', because: 'the subscription was given up' });
}
