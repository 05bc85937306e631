import type { FailureInput } from '../../contracts/workflow/payloads.ts';
import { reasonOf } from './caught-error.ts';
import { park, type ParkingDependencies } from './each-licence.ts';

interface Recorded {
  readonly licenceIds: readonly string[];
  readonly reason: string;
}

/** Parks the licence of a batch whose function ended before it could do so itself. */
export async function recordFailure(
  parking: ParkingDependencies,
  { error, ...batch }: FailureInput,
): Promise<Recorded> {
  const reason = reasonOf(error);
  const licenceIds = batch.licences.map(({ licenceId }) => licenceId);
  for (const licenceId of licenceIds) await park(parking, batch, licenceId, reason);
  return { licenceIds, reason };
}
