import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod/mini';
import { type CivilDate, civilDateSchema } from '../../../domain/calendar.ts';
import { type Licence, licenceSchema } from '../../../domain/licence/licence.ts';
import { eventRecords, keys } from '../../../contracts/deployment/tables.ts';
import { parseAt } from '../table/parse.ts';
import { positiveSchema } from '../../../domain/values/whole.ts';
import { optionalTextSchema, textSchema } from '../../../domain/values/plain.ts';

export const parkedSchema = z.strictObject({ on: civilDateSchema, reason: textSchema });

/** Why runs skip a licence until an operator has looked at it. */
export type Parked = z.infer<typeof parkedSchema>;

/** A licence as the table has it. */
export interface Stored {
  readonly licence: Licence;
  /** The number of its events. */
  readonly version: number;
  /** The ids of its mails that are not yet settled, oldest first. */
  readonly outbox: readonly string[];
  /** The first day on which a run looks at the outbox; unset while it is empty. */
  readonly mailsOn?: CivilDate | undefined;
  /** The first day on which a run takes it up; unset while nothing will be due or it is parked. */
  readonly dueOn?: CivilDate | undefined;
  readonly parked?: Parked | undefined;
  /** The printed numbers of its open quotes and invoices by their ids; unset where it has none, or an earlier version stored it. */
  readonly numbers?: Numbers | undefined;
  /** Whether index `stalled` has it; unset where it does not. */
  readonly isStalled?: true | undefined;
}

/** The printed numbers of documents by their ids in the journal. */
export type Numbers = Readonly<Record<string, string>>;

/** Far more than the state of any licence that the book accepts. */
const mostBytes = 16_000_000;

/**
 * The state is stored as deflated JSON, and so takes a kilobyte, the unit that writes are billed in, where it would take
 * two (ADR 19). Everything that is looked for, and all events, are plain.
 */
export const packedLicence = z.pipe(
  z.pipe(
    z.instanceof(Uint8Array),
    z.transform((packed, context): unknown => {
      try {
        return JSON.parse(inflateRawSync(packed, { maxOutputLength: mostBytes }).toString());
      } catch {
        context.issues.push({ code: 'custom', input: packed, message: 'the state cannot be unpacked' });
        return z.NEVER;
      }
    }),
  ),
  licenceSchema,
);

/** A licence as the table has it, its state unpacked. */
export const stateSchema = z.object({
  licence: licenceSchema,
  version: positiveSchema,
  outbox: z.array(textSchema),
  mailsOn: z.optional(civilDateSchema),
  dueOn: z.optional(civilDateSchema),
  parked: z.optional(parkedSchema),
  numbers: z.optional(z.record(textSchema, textSchema)),
});

const storedSchema = z.object({
  ...stateSchema.shape,
  licence: packedLicence,
  [keys.stalledIn]: optionalTextSchema,
});

/** The sort keys of what a licence's partition holds. */
export const records = {
  licence: 'LICENCE',
  events: eventRecords,
  event: (version: number) => `${eventRecords}${String(version).padStart(8, '0')}`,
  request: (requestId: string) => `REQUEST#${requestId}`,
  /** The licences that share the document and the mail of an event. */
  shared: (version: number) => `SHARED#${String(version).padStart(8, '0')}#`,
  mails: 'MAIL#',
  mail: (mailId: string) => `MAIL#${mailId}`,
} as const;

/** Whether a backup has a record beside the state: all but the requests, which the table forgets. */
export function isKept(record: string): boolean {
  return record !== records.licence && !record.startsWith(records.request(''));
}

export function licenceKey(licenceId: string): { licenceId: string; record: string } {
  return { licenceId, record: records.licence };
}

export function storedFrom(licenceId: string, item: unknown): Stored {
  const { stalledIn, ...stored } = parseAt(`licence ${licenceId} in the table`, storedSchema, item);
  return stalledIn === undefined ? stored : { ...stored, isStalled: true };
}

/** The item that stores a licence. Throws `NotValid` for a state that could not be read again: it is not written then. */
export function itemOf({ isStalled, ...stored }: Stored, shards: number): Record<string, unknown> {
  const { licenceId, planId, customerId } = stored.licence.facts;
  parseAt(`the new state of licence ${licenceId}`, licenceSchema, stored.licence);
  const planPartition = planPartitionOf(planId, licenceId, shards);
  const licence = deflateRawSync(JSON.stringify(stored.licence));
  const stalledIn = isStalled === true ? planPartition : undefined;
  return { ...licenceKey(licenceId), planId, customerId, planPartition, ...stored, licence, stalledIn };
}

/** The partition of indexes `due` and `plan` that holds a licence: always the same one, as long as `shards` is. */
function planPartitionOf(planId: string, licenceId: string, shards: number): string {
  const hash = createHash('sha256').update(licenceId).digest().readUInt32BE();
  return planPartitionName(planId, hash % shards);
}

export function planPartitions(planId: string, shards: number): readonly string[] {
  return Array.from({ length: shards }, (_, shard) => planPartitionName(planId, shard));
}

function planPartitionName(planId: string, shard: number): string {
  return `${planId}#${shard}`;
}
