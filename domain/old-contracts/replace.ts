import { type Chronicle, tell } from '../licence/journal-draft.ts';
import type { Plan } from '../plan/plan.ts';

/** Puts the plan in the place of the licence's old contract, where it still has one. */
export function replaceContract(plan: Plan, so: Chronicle, because: string): Chronicle {
  const { contract } = so.licence.facts;
  return contract === undefined
    ? so
    : tell(so, { type: 'ContractReplaced', contract, by: plan.id, because: `${contract}: ${because}` });
}
