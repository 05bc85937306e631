import * as z from 'zod/mini';
import { civilDateSchema } from '../calendar.ts';

/** What a licence's customer wants to read. Contractual notices and bills do not depend on it. */
export const correspondenceSchema = z.strictObject({
  /** Set while reminders, offers and news are stopped: since when. */
  stoppedOn: z.optional(civilDateSchema),
});
