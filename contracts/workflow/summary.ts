import * as z from 'zod/mini';
import { civilDateSchema } from '../../domain/calendar.ts';
import { mapResults } from './map-results.ts';
import { filledSchema } from '../../domain/values/filled.ts';

/** What the renewal workflow puts out for each batch: its licences whose outcome is known. */
export const renewedBatch = z.object({
  outcomes: z._default(z.array(z.object({ licenceId: z.string() })), []),
});

/** `summarise`: what `collect-due` put out, and where the map left its results. */
export const summaryInput = z.object({
  planId: z.string(),
  today: civilDateSchema,
  execution: filledSchema,
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
