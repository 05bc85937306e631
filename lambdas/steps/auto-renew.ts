import { documentClient } from '../adapters/clients.ts';
import { parseAt } from '../adapters/parse.ts';
import { openLicences } from '../licences.ts';
import { stepInput } from '../payloads.ts';
import { runStep, type StepOutput } from '../run-step.ts';

const licences = openLicences(documentClient(), process.env);

/** Starts the next term of a licence that renews by itself. */
export async function handler(input: unknown): Promise<StepOutput> {
  return runStep(licences, 'auto-renew', parseAt('the input', stepInput, input));
}
