import { addDays, type CivilDate, earlierOf } from '../calendar.ts';
import type { LapsedStanding, Licence } from '../licence/licence.ts';

/** A period of cover: `since` is its first day, `until` its last; either is unset where it is not known. */
interface CoverPeriod {
  readonly since?: CivilDate | undefined;
  /** Unset where it has no end, or never began. */
  readonly until?: CivilDate | undefined;
}

/** The period of cover that runs, ran last, or is to come. */
export function coverPeriodOf({ facts, standing }: Licence): CoverPeriod {
  const bought = facts.purchasedOn ?? facts.registeredOn;
  switch (standing.status) {
    case 'pending':
    case 'removed':
      return {};
    case 'active':
      return { since: standing.coveredSince, until: standing.cancelledTo ?? standing.term.ends };
    case 'subscribed':
      return { since: bought };
    case 'lapsed':
      return { until: lastCoveredDay(standing) };
    case 'deactivated':
      return { since: bought, until: addDays(standing.deactivatedOn, -1) };
  }
}

/** The last day of cover of a lapsed licence. */
export function lastCoveredDay({ lastTerm, lapsedOn }: LapsedStanding): CivilDate {
  return earlierOf(lastTerm.ends, addDays(lapsedOn, -1));
}
