import * as z from 'zod/mini';
import { civilDateSchema } from '../../domain/calendar.ts';
import { versionSchema } from '../../domain/updates/version.ts';
import { batchInput, outcomeSchema } from './batch.ts';
import { mapResults } from './map-results.ts';
import { filledSchema } from '../../domain/values/filled.ts';

/** `publish-update`: the execution's input, as an operator gave it, and its name. */
export const publishInput = z.object({
  planId: z.string(),
  product: filledSchema,
  version: versionSchema,
  /** A UTC instant; the update is published on the plan's day then. */
  publishedAt: z.iso.datetime({ offset: true }),
  execution: filledSchema,
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
