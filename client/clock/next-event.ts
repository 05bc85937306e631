import { nextDueOn } from '../../domain/agenda.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { LicenceView } from '../deployment/deployment.ts';
import { Refusal } from '../operator/errors.ts';

/** The day of the next run that has something to do for a licence. Throws `Refusal` where none has. */
export function nextEventOf({ plan, licence, parked }: LicenceView): CivilDate {
  const { licenceId } = licence.facts;
  if (parked !== undefined) {
    throw new Refusal(
      `Licence ${licenceId} is parked, so no run will do anything for it. Run it again with \`npx perennial retry ${licenceId}\`.`,
    );
  }
  const next = nextDueOn(plan, licence);
  if (next !== undefined) return next;
  throw new Refusal(
    `No run will do anything for licence ${licenceId}: nothing is due unless somebody acts. Name a date with --to.`,
  );
}
