import type { Failure } from '../../adapters/dynamodb/runs/run-item.ts';
import { parseAt } from '../../adapters/dynamodb/table/parse.ts';
import type { Place } from '../../adapters/s3/json-lines.ts';
import type { MapResults } from '../../adapters/s3/map-results.ts';
import { type BatchLicence, batchLine } from '../../contracts/workflow/batch.ts';
import { reasonOf } from '../../contracts/workflow/caught-error.ts';

/** The licences of the batches that did not end well, each with the reason of its batch. */
export async function* licencesOfFailedBatches(
  results: Pick<MapResults, 'failedChildren'>,
  manifest: Place,
): AsyncGenerator<Failure, void> {
  for await (const { Input, Status, Error: name = Status, Cause = '' } of results.failedChildren(manifest)) {
    const reason = reasonOf({ Error: name, Cause });
    for (const { licenceId } of licencesIn(Input)) yield { licenceId, reason };
  }
}

function licencesIn(batch: string | undefined): readonly BatchLicence[] {
  return batch === undefined ? [] : parseAt('a batch', batchLine, JSON.parse(batch)).licences;
}
