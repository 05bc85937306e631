import { type JournalDraft, record } from '../licence/journal-draft.ts';
import type { Plan } from '../plan/plan.ts';

/** Puts the plan in the place of the licence's old contract, where it still has one. */
export function replaceContract(plan: Plan, draft: JournalDraft, because: string): JournalDraft {
  const { contract } = draft.licence.facts;
  return contract === undefined
    ? draft
    : record(draft, { type: 'ContractReplaced', contract, by: plan.id, because: `${contract}: ${because}` });
}
