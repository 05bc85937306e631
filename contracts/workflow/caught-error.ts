import * as z from 'zod/mini';
import { reasonFrom } from './reason.ts';
import type { CaughtError } from './failure.ts';

const lambdaError = z.object({ errorMessage: z.string() });

/** Why a step failed, from what Step Functions caught, fit for tables and payloads. */
export function reasonOf(error: CaughtError): string {
  return reasonFrom(inWords(error));
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
