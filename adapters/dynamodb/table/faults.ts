import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { errors } from '../../../contracts/workflow/errors.ts';

/** Another write came first. Whoever gets it reloads and decides again. */
export class ConcurrentChange extends Error {
  override readonly name = errors.conflict;
}

/** Turned away for a moment and not carried out: it can be repeated after a pause. */
export class Throttled extends Error {
  override readonly name = errors.throttled;
}

const lostRaces = new Set(['ConditionalCheckFailed', 'TransactionConflict']);
const throttling = new Set([
  'ThrottlingException',
  'ThrottlingError',
  'ProvisionedThroughputExceededException',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
]);

/** Whether a conditional write found its condition to hold. */
export async function applies(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/**
 * The error of a write that met a transaction on the same item as `ConcurrentChange`: nothing was written, and it can be
 * repeated as it is. Any other error as it was.
 */
export function orMetTransaction(error: unknown): unknown {
  const isMet = error instanceof Error && error.name === 'TransactionConflictException';
  return isMet ? new ConcurrentChange('a transaction was writing the same item', { cause: error }) : error;
}

/** A conditional write's error as `ConcurrentChange` where it lost a race; any other as it was. */
export function orLostRace(error: unknown, write: string): unknown {
  const isLostRace =
    error instanceof ConditionalCheckFailedException ||
    cancelledFor(error).some((code) => lostRaces.has(code));
  return isLostRace ? new ConcurrentChange(`${write} was changed in the meantime`, { cause: error }) : error;
}

/** A service's error as `Throttled` if it throttles requests; any other as it was. */
export function orThrottled(error: unknown, service: string): unknown {
  const codes = [error instanceof Error ? error.name : '', ...cancelledFor(error)];
  const isThrottled = codes.some((code) => throttling.has(code));
  return isThrottled ? new Throttled(`${service} is throttling requests`, { cause: error }) : error;
}

/** Of whatever service it is. */
const passing = new Set([
  ...throttling,
  'SlowDown',
  'TimeoutError',
  'RequestTimeout',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
]);
const answered = z.object({ $metadata: z.object({ httpStatusCode: z.number() }) });

/** Whether an error passes by itself: another write came first, or a service is busy, ill or does not answer. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ConcurrentChange || error instanceof Throttled) return true;
  if (!(error instanceof Error)) return false;
  const status = answered.safeParse(error).data?.$metadata.httpStatusCode ?? 0;
  return (
    status >= 500 ||
    status === 429 ||
    passing.has(error.name) ||
    ('code' in error && passing.has(String(error.code)))
  );
}

function cancelledFor(error: unknown): readonly string[] {
  if (!(error instanceof TransactionCanceledException)) return [];
  return (error.CancellationReasons ?? []).map((reason) => reason.Code ?? '');
}
