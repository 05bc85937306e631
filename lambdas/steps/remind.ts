import { documentClient } from '../adapters/clients.ts';
import { openLicences } from '../licences.ts';
import { stepInput } from '../payloads.ts';
import { runStep, type StepOutput } from '../run-step.ts';

const licences = openLicences(documentClient(), process.env);

/** Issues the latest reminder of those that are due. */
export async function handler(input: unknown): Promise<StepOutput> {
  return runStep(licences, 'remind', stepInput.parse(input));
}
