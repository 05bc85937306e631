import { countThrottled } from '../../adapters/cloudwatch/metrics.ts';
import { isPassing, Throttled } from '../../adapters/dynamodb/table/faults.ts';
import { sideBySide } from '../../adapters/dynamodb/table/side-by-side.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import type { Run } from '../../adapters/dynamodb/runs/run-item.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import { openLicences } from '../commands/open-licences.ts';
import { type FallibleStep, left, parkedBy } from '../../contracts/workflow/outcome-words.ts';
import { reasonOfError } from '../../contracts/workflow/reason.ts';
import type { Done } from './batch.ts';

/** What parking a licence needs. */
export interface ParkingDependencies {
  readonly licences: LicenceStore;
  readonly runs: RunStore;
}

export function openParking(settings: Settings): ParkingDependencies {
  const documents = documentClient();
  return { licences: openLicences(documents, settings), runs: new RunStore(documents, settings) };
}

/**
 * Does the same for each licence of a batch, concurrently. A licence that fails is parked and recorded with the run, and
 * the others continue. What passes by itself parks nobody: the next pass or the next run takes a licence that another
 * process keeps changing, or for which a service is busy or does not answer for longer than the retries last.
 */
export async function eachLicence(
  parking: ParkingDependencies,
  run: Run & { readonly parks: boolean },
  step: FallibleStep,
  licenceIds: readonly string[],
  work: (licenceId: string) => Promise<Done | undefined>,
): Promise<readonly Done[]> {
  const done = await sideBySide(licenceIds, (licenceId) =>
    work(licenceId).catch((error: unknown) => recordError(parking, run, step, licenceId, error)),
  );
  return done.filter((one) => one !== undefined);
}

async function recordError(
  parking: ParkingDependencies,
  run: Run & { readonly parks: boolean },
  step: FallibleStep,
  licenceId: string,
  error: unknown,
): Promise<Done> {
  const because = reasonOfError(error);
  if (error instanceof Throttled) countThrottled();
  if (!run.parks || isPassing(error)) return { licenceId, did: left, because };
  await park(parking, run, licenceId, because);
  return { licenceId, did: parkedBy(step), because };
}

/** Parks a licence until an operator has looked at it, and records it with the run. */
export async function park(
  { licences, runs }: ParkingDependencies,
  run: Run,
  licenceId: string,
  reason: string,
): Promise<void> {
  await runs.recordFailure(run, { licenceId, reason });
  await licences.park(licenceId, { on: run.today, reason });
}
