import type { EventOf } from '../../domain/licence/events.ts';
import { activeStanding, type Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { lastDayToCancel } from '../../domain/cover/terms.ts';
import type { Runs } from './content.ts';
import { uncoveredOn } from './cover.ts';

/** How long the maintenance of a licence runs, as it was stated. */
export function runsOf(plan: Plan, then: Licence, { date, until, renews }: EventOf<'TermStated'>): Runs {
  const uncovered = uncoveredOn(plan, then, date);
  if (uncovered !== undefined) return uncovered;
  if (until === undefined) return { kind: 'endless' };
  if (renews) return { kind: 'renews', until, cancelBy: lastDayToCancel(plan, activeStanding(then).term) };
  return { kind: date > until ? 'awaits-payment' : 'ends', until };
}
