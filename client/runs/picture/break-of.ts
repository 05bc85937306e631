import type { InspectedExecution, Passage } from '../../../adapters/stepfunctions/execution-inspector.ts';
import { reasonOf } from '../../../contracts/workflow/caught-error.ts';
import { errors } from '../../../contracts/workflow/errors.ts';

/** Where a run broke off before its end, and why. */
export interface Break {
  readonly state: string;
  readonly reason: string;
}

/** Undefined for a run that got to its end, also for one that ends as failed because of its licences. */
export function breakOf(
  { status, error, cause }: InspectedExecution,
  passages: readonly Passage[],
): Break | undefined {
  const last = passages.at(-1);
  const isOpen = status === 'SUCCEEDED' || status === 'RUNNING' || status === 'PENDING_REDRIVE';
  if (isOpen || error === errors.licencesFailed || last === undefined) return undefined;
  return { state: last.state, reason: reasonOf({ Error: error ?? status, Cause: cause ?? '' }) };
}
