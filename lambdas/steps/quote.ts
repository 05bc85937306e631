import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { parseAt } from '../../adapters/dynamodb/table/parse.ts';
import { openLicences } from '../../app/commands/open-licences.ts';
import { stepInput } from '../../contracts/payloads.ts';
import { runStep, type StepOutput } from '../../app/run/run-step.ts';

const licences = openLicences(documentClient(), process.env);

/** Issues the plan's automatic renewal quote. */
export async function handler(input: unknown): Promise<StepOutput> {
  return runStep(licences, 'quote', parseAt('the input', stepInput, input));
}
