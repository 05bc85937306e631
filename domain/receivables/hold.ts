import { addDays, type CivilDate } from '../calendar.ts';
import { type Answer, refuse } from '../licence/answer.ts';
import { type JournalDraft, record } from '../licence/journal-draft.ts';
import type { Plan } from '../plan/plan.ts';

export interface Hold {
  readonly activity: 'hold';
  /** Its last day. */
  readonly until: CivilDate;
  readonly reason: string;
}

/** Stops payment reminders, voiding and lapsing as unpaid through a day; takes the place of another hold (docs/rules.md §4.19). */
export function hold(plan: Plan, draft: JournalDraft, { until, reason }: Hold): Answer {
  const { longestHoldDays } = plan.receivables;
  const latest = addDays(draft.on, longestHoldDays);
  if (until < draft.on) return refuse(draft, `${until} is over: hold until ${draft.on} or a later day`);
  if (until > latest) {
    return refuse(
      draft,
      `${until} is more than ${longestHoldDays} days ahead: hold until ${latest} at the latest`,
    );
  }
  const because = `through ${until} no reminder to pay goes out, and nothing is voided or lapses as unpaid`;
  const invoices = draft.licence.invoices.map(({ invoiceId }) => invoiceId);
  return record(draft, { type: 'HoldPlaced', until, invoices, reason, because });
}

/** Ends a hold: the run of this day goes on as without it. */
export function release(draft: JournalDraft): Answer {
  const placed = draft.licence.hold;
  if (placed === undefined || placed.until < draft.on) return refuse(draft, 'no hold is in force');
  const { until } = placed;
  return record(draft, { type: 'HoldReleased', until, because: `the hold until ${until} was released` });
}
