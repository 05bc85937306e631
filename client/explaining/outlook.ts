import { due, type DueAction, nextDueOn } from '../../domain/agenda.ts';
import { type CivilDate, laterOf } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import { evolve } from '../../domain/evolve.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { perform } from '../../domain/licence/perform.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type Remedy, remediesFor } from './remedies.ts';

/** Something that a run will do to a licence, and what would prevent it. */
export interface OutlookEntry {
  /** The day of the run that does it, if none is missed. */
  readonly on: CivilDate;
  /** The day since which it is due; before `on` if runs were missed or the action had to wait. */
  readonly dueSince: CivilDate;
  /** As the journal will record them. */
  readonly events: readonly Event[];
  readonly because: string;
  /** All of these together would prevent it; empty if nothing can prevent it any more. */
  readonly unless: readonly Remedy[];
}

/**
 * What the runs from `today` on will do to a licence if nobody does anything, in their order: until nothing more is due,
 * or a second term would start by itself. It applies the runs one after another, so later results of an action are included.
 */
export function outlookOf(plan: Plan, licence: Licence, today: CivilDate): readonly OutlookEntry[] {
  const entries: OutlookEntry[] = [];
  let then = licence;
  let hasRenewed = false;
  for (let day = nextDay(plan, then, today); day !== undefined; day = nextDay(plan, then, day)) {
    const morning = then;
    for (const action of untilNothingIsDue(plan, () => then, day)) {
      if (action.step === 'auto-renew' && hasRenewed) return entries;
      hasRenewed ||= action.step === 'auto-renew';
      const events = perform(plan, then, action, day);
      const { on: dueSince, because } = action;
      const unless = remediesFor(plan, morning, action, { today, on: day });
      entries.push({ on: day, dueSince, events, because, unless });
      then = events.reduce(evolve, then);
    }
  }
  return entries;
}

function nextDay(plan: Plan, licence: Licence, from: CivilDate): CivilDate | undefined {
  const next = nextDueOn(plan, licence);
  return next === undefined ? undefined : laterOf(next, from);
}

/** The first action that is due, again and again, of a licence that changes in between. */
function* untilNothingIsDue(plan: Plan, licence: () => Licence, day: CivilDate): Iterable<DueAction> {
  for (;;) {
    const [action] = due(plan, licence(), day);
    if (action === undefined) return;
    yield action;
  }
}
