import * as z from 'zod/mini';
import { referenceIn } from '../../../domain/customer/reference.ts';
import { foldedReference } from '../../../domain/customer/search-words.ts';
import { keys } from '../../../contracts/deployment/tables.ts';
import { type Event, eventSchema } from '../../../domain/licence/events.ts';
import { type Cause, causeSchema } from './cause.ts';
import { records } from './licence-item.ts';
import { parseAt } from '../table/parse.ts';
import { positiveSchema } from '../../../domain/values/whole.ts';
import { optionalTextSchema, textSchema } from '../../../domain/values/plain.ts';

/** An event as the table has it. */
export interface RecordedEvent {
  /** Counts the events of its licence from 1. */
  readonly version: number;
  readonly event: Event;
  /** What made it; unset where that was not recorded. */
  readonly cause?: Cause | undefined;
  /** The number of the quote or invoice that it issues. */
  readonly number?: string | undefined;
}

const itemSchema = z.object({
  version: positiveSchema,
  event: textSchema,
  cause: z.optional(causeSchema),
  number: optionalTextSchema,
});

/** The item of an event: as the pipe publishes it (docs/events.md), as text, since a pipe cannot turn an item into plain JSON. */
export function eventItem({ version, event, cause, number }: RecordedEvent): Record<string, unknown> {
  const { licenceId, date, type } = event;
  const reference = foldedReference(referenceIn(event) ?? '');
  return {
    licenceId,
    record: records.event(version),
    version,
    date,
    type,
    event: JSON.stringify(event),
    ...(cause !== undefined && { cause }),
    ...(number !== undefined && { number }),
    ...(reference !== '' && { [keys.reference]: reference }),
  };
}

export function eventFrom(licenceId: string, item: unknown): RecordedEvent {
  const place = `an event of licence ${licenceId}`;
  const { event, ...recorded } = parseAt(place, itemSchema, item);
  return { ...recorded, event: parseAt(place, eventSchema, JSON.parse(event)) };
}
