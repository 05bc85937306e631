import { createHash } from 'node:crypto';
import type { CarriedOutRequest } from '../../adapters/dynamodb/licences/request-item.ts';
import { forgottenAt } from '../../adapters/dynamodb/licences/request-item.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import type { Operation } from '../../contracts/operator/operations.ts';
import { Refused } from '../commands/refused.ts';

/** A request to the operator function, apart from what it asks for. */
export interface Request {
  readonly requestId: string;
  /** Who asks: the ARN that AWS verified, or the person that the deployed console names. */
  readonly who: string;
  /** The instant of the request in milliseconds since 1970: it decides the day. */
  readonly now: number;
  /** The function's own time in milliseconds since 1970: it dates the leases of mails, as in the daily run. */
  readonly sendersTime: number;
  /** Distinguishes two requests that were given the same id. */
  readonly fingerprint: string;
}

export function fingerprintOf(operation: Operation): string {
  return createHash('sha256').update(JSON.stringify(operation)).digest('hex');
}

/** The instant of a request, ISO in UTC. */
export function instantOf({ now }: Request): string {
  return new Date(now).toISOString();
}

/** What the table keeps of a request that makes `events` events on a licence of version `version`. */
export function carriedOut(
  { requestId, fingerprint, now }: Request,
  version: number,
  events: number,
  outcome: Pick<CarriedOutRequest, 'outcome' | 'reason' | 'code'>,
): CarriedOutRequest {
  return {
    requestId,
    fingerprint,
    ...outcome,
    firstEvent: version + 1,
    lastEvent: version + events,
    expiresAt: forgottenAt(now),
  };
}

/**
 * What a request did to a licence when it came before; undefined where it comes for the first time. Throws `Refused`
 * where its id belongs to another request.
 */
export async function earlierResult(
  licences: LicenceStore,
  licenceId: string,
  { requestId, fingerprint }: Request,
): Promise<CarriedOutRequest | undefined> {
  const found = await licences.findRequest(licenceId, requestId);
  if (found === undefined || found.fingerprint === fingerprint) return found;
  throw new Refused(`Request id ${requestId} belongs to another request. Give each request its own id.`);
}
