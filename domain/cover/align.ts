import { type Answer, refuse } from '../licence/answer.ts';
import { type JournalDraft, record } from '../licence/journal-draft.ts';
import type { Plan } from '../plan/plan.ts';

export interface Align {
  readonly activity: 'align';
  /** The day of the year, MM-DD. */
  readonly to: string;
}

/** Has the next term that starts end on a day of the year (docs/rules.md §3.9). */
export function align(plan: Plan, draft: JournalDraft, { to }: Align): Answer {
  const { standing, alignTo } = draft.licence;
  if (standing.status !== 'active')
    return refuse(draft, `a ${standing.status} licence has no next term to align`);
  if (plan.term.kind === 'calendar-year')
    return refuse(draft, `the terms of ${plan.id} are calendar years: they all end on 12-31`);
  if (standing.cancelledTo !== undefined)
    return refuse(draft, `renewal is cancelled to ${standing.cancelledTo}: it is to be resumed first`);
  if (alignTo === to) return refuse(draft, `the next term ends on ${to} already`);
  return record(draft, {
    type: 'AlignmentSet',
    to,
    because: `the term that starts after ${standing.term.ends} is to end on the first ${to} from four weeks on`,
  });
}
