import { documentClient } from '../adapters/clients.ts';
import { parseAt } from '../adapters/parse.ts';
import { openLicences } from '../licences.ts';
import { stepInput } from '../payloads.ts';
import { runStep, type StepOutput } from '../run-step.ts';

const licences = openLicences(documentClient(), process.env);

/** Invoices a term's charge. */
export async function handler(input: unknown): Promise<StepOutput> {
  return runStep(licences, 'issue-invoice', parseAt('the input', stepInput, input));
}
