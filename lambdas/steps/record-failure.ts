import * as z from 'zod';
import { documentClient } from '../adapters/clients.ts';
import { reasonFrom } from '../adapters/reason.ts';
import { parseAt } from '../adapters/parse.ts';
import { RunStore } from '../adapters/runs.ts';
import { openLicences } from '../licences.ts';
import { type CaughtError, failureInput, type StepInput } from '../payloads.ts';

const documents = documentClient();
const licences = openLicences(documents, process.env);
const runs = new RunStore(documents, process.env);

const lambdaError = z.object({ errorMessage: z.string() });

/** Parks a licence that a step failed on, so that the run goes on without it, and names it in the run's record. */
export async function handler(input: unknown): Promise<StepInput & { readonly reason: string }> {
  const { planId, today, licenceId, error } = parseAt('the input', failureInput, input);
  const reason = reasonFrom(inWords(error));
  await runs.recordFailure(planId, today, { licenceId, reason });
  await licences.park(licenceId, { on: today, reason });
  return { planId, today, licenceId, reason };
}

/** A function's error arrives as JSON; that of another service as plain words, or none. */
function inWords({ Error: name, Cause: cause }: CaughtError): string {
  const message = messageIn(cause);
  if (message === '') return name;
  return name === 'Error' ? message : `${name}: ${message}`;
}

function messageIn(cause: string): string {
  try {
    return lambdaError.parse(JSON.parse(cause)).errorMessage;
  } catch {
    return cause;
  }
}
