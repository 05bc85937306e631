import { ServiceError } from '../shared/service-error.ts';
import type { BusEvent } from './event-buses.ts';

/** Most bytes of all entries of a request to put events. */
const mostBytes = 256 * 1024;

/** An event as it is put: its detail is JSON text. */
interface Entry {
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
  readonly Time?: number | undefined;
  readonly Resources?: readonly string[];
}

/** Refuses entries that are too large together. @throws ServiceError ValidationException */
export function refuseEntries(entries: readonly Entry[]): void {
  if (entries.reduce((sum, entry) => sum + sizeOf(entry), 0) <= mostBytes) return;
  throw new ServiceError(
    'ValidationException',
    'Total size of the entries in the request is over the limit.',
  );
}

/** Refuses an event that a pipe puts, where it is too large. @throws ServiceError ValidationException */
export function refuseEvent({ source, detailType, detail }: BusEvent): void {
  refuseEntries([{ Source: source, DetailType: detailType, Detail: JSON.stringify(detail) }]);
}

/** The size of an entry in bytes, as EventBridge counts it: 14 for the time, and its texts in UTF-8. */
function sizeOf({ Source, DetailType, Detail, Time, Resources = [] }: Entry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), Time === undefined ? 0 : 14);
}
