import type { FailureInput } from '../../contracts/workflow/failure.ts';
import type { FallibleStep } from '../../contracts/workflow/outcome-words.ts';
import { reasonOf } from '../../contracts/workflow/caught-error.ts';
import { park, type ParkingDependencies } from './each-licence.ts';

interface Recorded {
  readonly licenceIds: readonly string[];
  readonly reason: string;
  /** The step whose function ended. */
  readonly step: FallibleStep;
}

/** Parks the licence of a batch whose function ended before it could do so itself. */
export async function recordFailure(
  parking: ParkingDependencies,
  { error, next, ...batch }: FailureInput,
): Promise<Recorded> {
  const reason = reasonOf(error);
  const licenceIds = batch.licences.map(({ licenceId }) => licenceId);
  for (const licenceId of licenceIds) await park(parking, batch, licenceId, reason);
  return { licenceIds, reason, step: next };
}
