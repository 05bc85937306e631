import * as z from 'zod/mini';
import { civilDateSchema } from '../../domain/calendar.ts';
import { versionSchema } from '../../domain/updates/version.ts';
import { actingSteps, type NextStep, passSteps } from './steps.ts';

/** What each step gets from the workflow: ids and days, no personal data. */

/** So many licences can be named in an execution's input, which takes 256 KiB. */
export const mostNamedInInput = 1000;

/** `collect-due`: the execution's input, as a schedule or an operator gave it, and its name. */
export const collectInput = z.object({
  planId: z.string(),
  /** A UTC instant; the run's day is the plan's day then. */
  scheduledTime: z.iso.datetime({ offset: true }),
  /** Whether to run a day that was run before, and what failed then. */
  again: z._default(z.boolean(), false),
  /** Only these licences, even if they are parked, in an extra run. */
  licenceIds: z.optional(
    z.array(z.string().check(z.minLength(1))).check(z.minLength(1), z.maxLength(mostNamedInInput)),
  ),
  execution: z.string().check(z.minLength(1)),
});
export type CollectInput = z.infer<typeof collectInput>;

/** So many licences make a batch at the most, and fewer where their ids are long: a state puts out 256 KiB at the most. */
export const mostInBatch = 400;

/** Of those 256 KiB, so many bytes are for the ids of a batch, wherever they stand, and so many for its outcomes. */
export const shares = { ids: 120_000, outcomes: 130_000 } as const;

/** A licence of a batch, and whose it is: those of one customer are in one batch. */
const batchLicence = z.object({
  licenceId: z.string().check(z.minLength(1)),
  customerId: z.string().check(z.minLength(1)),
});
export type BatchLicence = z.infer<typeof batchLicence>;

/** A line of a worklist. */
export const batchLine = z.object({
  licences: z.array(batchLicence).check(z.minLength(1), z.maxLength(mostInBatch)),
});
export type BatchLine = z.infer<typeof batchLine>;

/** What was done to a licence so far, step by step, and why. */
const outcomeSchema = z.object({ licenceId: z.string(), did: z.array(z.string()), because: z.string() });
export type Outcome = z.infer<typeof outcomeSchema>;

const passStep = z.object({ step: z.enum(passSteps), licenceIds: z.array(z.string()) });

/** Every step on a batch: what the step before put out. */
export const batchInput = z.extend(batchLine, {
  planId: z.string(),
  today: civilDateSchema,
  /** The name of the workflow's execution. */
  execution: z.string().check(z.minLength(1)),
  /** Whether a step parks a licence on which it fails. */
  parks: z._default(z.boolean(), true),
  /** How many passes have begun. */
  pass: z._default(z.int().check(z.minimum(0)), 0),
  /** The rest of this pass, in its order. */
  todo: z._default(z.array(passStep), []),
  outcomes: z._default(z.array(outcomeSchema), []),
});
export type BatchInput = z.infer<typeof batchInput>;

/** What every step on a batch puts out. */
export interface BatchOutput extends BatchInput {
  readonly next: NextStep;
}

/** `act`: with the step that the workflow's state stands for. */
export const actInput = z.extend(batchInput, { next: z.enum(actingSteps) });
export type ActInput = z.infer<typeof actInput>;

const caughtError = z.object({ Error: z.string(), Cause: z._default(z.string(), '') });
export type CaughtError = z.infer<typeof caughtError>;

/** `record-failure`: a batch of one licence, with what Step Functions caught, and the step that failed. */
export const failureInput = z.extend(batchInput, {
  error: caughtError,
  /** It only describes the failure: none must stay unrecorded because of it. */
  next: z.catch(z.enum([...passSteps, 'assess']), 'assess'),
});
export type FailureInput = z.infer<typeof failureInput>;

/** Where a workflow's map left what came of each licence. */
const mapResults = z.object({ ResultWriterDetails: z.object({ Bucket: z.string(), Key: z.string() }) });

/** What the renewal workflow puts out for each licence: `error` where a failure could not be recorded. */
export const renewedBatch = z.object({
  outcomes: z._default(z.array(z.object({ licenceId: z.string() })), []),
});

/** `summarise`: what `collect-due` put out, and where the map left its results. */
export const summaryInput = z.object({
  planId: z.string(),
  today: civilDateSchema,
  execution: z.string().check(z.minLength(1)),
  isExtra: z.boolean(),
  due: z.int(),
  overlooked: z._default(z.array(z.string()), []),
  overlookedCount: z._default(z.int(), 0),
  /** That the mails take more than a day; empty where they do not. */
  longDay: z._default(z.string(), ''),
  worklist: z.object({ bucket: z.string(), key: z.string() }),
  results: mapResults,
});
export type SummaryInput = z.infer<typeof summaryInput>;

/** `digest`: as its schedule gives it. */
export const digestInput = z.object({
  /** A UTC instant, up to which it reports. */
  scheduledTime: z.iso.datetime({ offset: true }),
});

/** `publish-update`: the execution's input, as an operator gave it, and its name. */
export const publishInput = z.object({
  planId: z.string(),
  product: z.string().check(z.minLength(1)),
  version: versionSchema,
  /** A UTC instant; the update is published on the plan's day then. */
  publishedAt: z.iso.datetime({ offset: true }),
  execution: z.string().check(z.minLength(1)),
});
export type PublishInput = z.infer<typeof publishInput>;

/** `announce-update`. */
export const announceInput = z.extend(batchInput, { product: z.string(), version: versionSchema });
export type AnnounceInput = z.infer<typeof announceInput>;

const announcements = ['entitled', 'missed', 'not-on-list', 'announced-before', 'other-product'] as const;
/** The outcome of an announcement: e-mailed, as entitled or without cover, or why it was not. */
export type Announcement = (typeof announcements)[number];

/** What the workflow puts out for each batch. */
export const announcedBatch = z.object({
  announced: z.array(
    z.discriminatedUnion('outcome', [
      z.object({ licenceId: z.string(), outcome: z.enum(announcements) }),
      z.object({ licenceId: z.string(), outcome: z.literal('failed'), because: z.string() }),
    ]),
  ),
  /** What came of their mails. */
  outcomes: z._default(z.array(outcomeSchema), []),
});

/** `summarise-announcements`: what `publish-update` put out, and where the map left what came of it. */
export const announcementsInput = z.object({
  planId: z.string(),
  product: z.string(),
  version: versionSchema,
  today: civilDateSchema,
  listed: z.int(),
  results: mapResults,
});
export type AnnouncementsInput = z.infer<typeof announcementsInput>;

/**
 * `entitlements`: a question. `licenceId`: the licence's id, or the printed number of one of its quotes or invoices. `on`: the
 * day that is asked about; by default the plan's day now.
 */
export const entitlementsInput = z.strictObject({
  licenceId: z.string().check(z.minLength(1)),
  on: z.optional(civilDateSchema),
});
export type EntitlementsInput = z.infer<typeof entitlementsInput>;
