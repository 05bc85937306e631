import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { errors } from '../names.ts';

/** Another write came first. Whoever gets it reloads and decides again. */
export class ConcurrentChange extends Error {
  override readonly name = errors.conflict;
}

/** Turned away for a moment and not carried out: it can be repeated after a pause. */
export class Throttled extends Error {
  override readonly name = errors.throttled;
}

/** Gives a failed write its meaning: a lost race, a full table, or the error as it was. */
export function meaningOf(error: unknown, write: string): unknown {
  if (error instanceof ConditionalCheckFailedException) return lostRace(write, error);
  if (!(error instanceof TransactionCanceledException)) return error;
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
  if (codes.includes('ConditionalCheckFailed') || codes.includes('TransactionConflict')) {
    return lostRace(write, error);
  }
  if (codes.includes('ThrottlingError') || codes.includes('ProvisionedThroughputExceeded')) {
    return new Throttled(`${write}: the table is throttled`, { cause: error });
  }
  return error;
}

function lostRace(write: string, cause: Error): ConcurrentChange {
  return new ConcurrentChange(`${write}: it was changed in the meantime`, { cause });
}
