import * as z from 'zod/mini';
import { addDays, type CivilDate } from '../../../domain/calendar.ts';
import { countSchema } from '../../../domain/values/whole.ts';
import { optionalTextSchema, textSchema } from '../../../domain/values/plain.ts';

/** A run, by its plan, its day and the name of the execution that does it. */
export interface Run {
  readonly planId: string;
  readonly today: CivilDate;
  readonly execution: string;
}

const counts = z.object({
  due: z.int(),
  done: z.int(),
  failed: z.int(),
  /** Mails of which nobody knew whether they went out when the run ended, and those that wait for an operator. */
  unknown: z.int(),
  held: z.int(),
});

/** The outcomes of a run's licences and mails. */
export type Counts = z.infer<typeof counts>;

export const runSchema = z.object({
  planId: textSchema,
  run: textSchema,
  execution: textSchema,
  counts: z.optional(counts),
  trouble: optionalTextSchema,
});

export const failureSchema = z.object({ licenceId: textSchema, reason: textSchema });

/** A licence that a run could not bring up to date, and why. */
export type Failure = z.infer<typeof failureSchema>;

export const mailNoteSchema = z.object({
  licenceId: textSchema,
  mailId: textSchema,
  status: z.enum(['unknown', 'held']),
  reason: textSchema,
});

/** A mail that a run could not bring on its way for certain, and why. */
export type MailNote = z.infer<typeof mailNoteSchema>;

/** Longer than anybody looks back. */
const keptDays = 400;

/**
 * When the table forgets what it has of a day, in seconds since 1970. Failures are kept: parked licences are found by
 * them.
 */
export function forgottenAt(day: CivilDate, days = keptDays): number {
  return Date.parse(`${addDays(day, days)}T00:00:00Z`) / 1000;
}

export const placeSchema = z.object({ shard: countSchema, after: optionalTextSchema });

const extra = 'extra#';

/** The sort keys of what a plan's partition holds. Those of days come first, whatever lies under them. */
export const runRecords = {
  day: (today: CivilDate) => today,
  extra: ({ today, execution }: Run) => `${extra}${today}#${execution}`,
  /** Of extra runs: the first key of a day, and one behind all keys of a day. */
  extrasFrom: (day: CivilDate) => `${extra}${day}#`,
  extrasTo: (day: CivilDate) => `${extra}${day}$`,
  failuresOfDay: (today: CivilDate) => `${today}#failed#`,
  failures: ({ today, execution }: Run) => `${today}#failed#${execution}#`,
  mailNotes: ({ today, execution }: Run) => `${today}#mail#${execution}#`,
  /** Where the next check of index `due` begins. */
  check: 'check',
  trouble: ({ today, execution }: Run) => `${today}#trouble#${execution}`,
} as const;
