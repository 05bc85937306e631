import { documentClient } from '../adapters/clients.ts';
import { parseAt } from '../adapters/parse.ts';
import { openLicences } from '../licences.ts';
import { stepInput } from '../payloads.ts';
import { runStep, type StepOutput } from '../run-step.ts';

const licences = openLicences(documentClient(), process.env);

/** Issues the plan's automatic renewal quote. */
export async function handler(input: unknown): Promise<StepOutput> {
  return runStep(licences, 'quote', parseAt('the input', stepInput, input));
}
