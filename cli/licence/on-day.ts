import type { CivilDate } from '../../domain/calendar.ts';
import { dayIn } from '../../domain/calendar.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Deployment, LicenceView } from '../../client/deployment/deployment.ts';
import { licenceAsOf } from '../../client/explaining/licence-as-of.ts';
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
