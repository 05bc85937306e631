import type { CivilDate } from '../calendar.ts';
import { type JournalDraft, record } from '../licence/journal-draft.ts';
import { coverOn } from './entitlements.ts';
import type { Plan } from '../plan/plan.ts';
import { coverPeriodOf } from './cover-period.ts';

/** Answers the question "how long does my plan run?", whatever the licence's state. */
export function stateTerm(plan: Plan, draft: JournalDraft): JournalDraft {
  const cover = coverOn(plan, draft.licence, draft.on);
  const period = coverPeriodOf(draft.licence);
  const renews = cover.inForce && cover.renews;
  const because = cover.inForce ? inWords(draft.on, period.until, renews) : cover.because;
  return record(draft, { type: 'TermStated', inForce: cover.inForce, ...period, renews, because });
}

function inWords(on: CivilDate, until: CivilDate | undefined, renews: boolean): string {
  if (until === undefined) return 'a subscription is covered until it is deactivated';
  if (renews) return `the term ends on ${until}, and the next one starts by itself`;
  return on > until
    ? `the term ended on ${until}; cover goes on while its order can be paid`
    : `cover ends on ${until}: it does not renew by itself`;
}
