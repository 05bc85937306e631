import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { parseAt } from '../../adapters/dynamodb/table/parse.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { openLicences } from '../../app/commands/open-licences.ts';
import { reasonOf } from '../../app/run/caught-error.ts';
import { failureInput, type StepInput } from '../../contracts/payloads.ts';

const documents = documentClient();
const licences = openLicences(documents, process.env);
const runs = new RunStore(documents, process.env);

/** Parks a licence that a step failed on, so that the run goes on without it, and names it in the run's record. */
export async function handler(input: unknown): Promise<StepInput & { readonly reason: string }> {
  const { error, ...step } = parseAt('the input', failureInput, input);
  const { today, licenceId } = step;
  const reason = reasonOf(error);
  await runs.recordFailure(step, { licenceId, reason });
  await licences.park(licenceId, { on: today, reason });
  return { ...step, reason };
}
