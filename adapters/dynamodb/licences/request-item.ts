import * as z from 'zod/mini';
import { rejectionCodes } from '../../../domain/licence/rejection-code.ts';
import { parseAt } from '../table/parse.ts';
import { records } from './licence-item.ts';
import { countSchema, positiveSchema } from '../../../domain/values/whole.ts';
import { optionalTextSchema, textSchema } from '../../../domain/values/plain.ts';

/** How long a repeated request is known again: far longer than any client repeats one. */
const keptSeconds = 30 * 24 * 3600;

const requestSchema = z.object({
  requestId: textSchema,
  /** Distinguishes two requests that were given the same id. */
  fingerprint: textSchema,
  outcome: z.enum(['accepted', 'rejected']),
  reason: optionalTextSchema,
  code: z.optional(z.enum(rejectionCodes)),
  /** The numbers of the first and the last event that it made; the last is below the first where it made none. */
  firstEvent: positiveSchema,
  lastEvent: countSchema,
  /** When the table forgets it, in seconds since 1970 (the table's time to live). */
  expiresAt: z.int(),
});

/** A request to change a licence that was carried out, with what is needed to give its answer again. */
export type CarriedOutRequest = z.infer<typeof requestSchema>;

/** When a request of an instant, in milliseconds since 1970, expires: in seconds since 1970. */
export function forgottenAt(now: number): number {
  return Math.floor(now / 1000) + keptSeconds;
}

export function requestKey(licenceId: string, requestId: string): { licenceId: string; record: string } {
  return { licenceId, record: records.request(requestId) };
}

export function requestItem(licenceId: string, request: CarriedOutRequest): Record<string, unknown> {
  return { ...requestKey(licenceId, request.requestId), ...request };
}

export function requestFrom(licenceId: string, item: unknown): CarriedOutRequest {
  return parseAt(`a request for licence ${licenceId}`, requestSchema, item);
}
