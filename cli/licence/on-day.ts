import type { CivilDate } from '../../domain/calendar.ts';
import { dayIn } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import { evolve } from '../../domain/evolve.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Deployment, LicenceView } from '../../client/deployment/deployment.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';

/** The day that a command is about: the one that it names, or the plan's day now. */
export function dayOf({ timeZone }: Plan, { now }: Invocation, named: CivilDate | undefined): CivilDate {
  return named ?? dayIn(timeZone, now);
}

/** A licence as it stands, or as it stood on a day that is named; refused where it was not in the book then. */
export async function licenceOn(
  deployment: Deployment,
  { licence }: LicenceView,
  named: CivilDate | undefined,
): Promise<Licence> {
  if (named === undefined) return licence;
  const { licenceId } = licence.facts;
  return licenceAsOf(await deployment.events(licenceId), licenceId, named);
}

/** A licence as its events make it, or made it up to and with a day that is named; refused where it was not in the book. */
export function licenceAsOf(
  events: readonly Event[],
  licenceId: string,
  named: CivilDate | undefined,
): Licence {
  const then = events
    .filter(({ date }) => named === undefined || date <= named)
    .reduce<Licence | undefined>(evolve, undefined);
  if (then !== undefined) return then;
  throw refused(
    `--on ${named ?? ''}: licence ${licenceId} entered the book on ${events[0]?.date ?? ''}; name that day or a later one`,
  );
}
