import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import type { FailureInput, StepInput } from '../../contracts/payloads.ts';
import type { Settings } from '../../contracts/settings.ts';
import { openLicences } from '../commands/open-licences.ts';
import { reasonOf } from './caught-error.ts';

/** What it takes to record a failure. */
export interface FailureDependencies {
  readonly licences: LicenceStore;
  readonly runs: RunStore;
}

export function openRecordingFailures(settings: Settings): FailureDependencies {
  const documents = documentClient();
  return { licences: openLicences(documents, settings), runs: new RunStore(documents, settings) };
}

/** Parks a licence that a step failed on, so that the run goes on without it, and names it in the run's record. */
export async function recordFailure(
  { licences, runs }: FailureDependencies,
  { error, ...step }: FailureInput,
): Promise<StepInput & { readonly reason: string }> {
  const { today, licenceId } = step;
  const reason = reasonOf(error);
  await runs.recordFailure(step, { licenceId, reason });
  await licences.park(licenceId, { on: today, reason });
  return { ...step, reason };
}
