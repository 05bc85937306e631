import * as z from 'zod/mini';
import { civilDateSchema } from '../calendar.ts';
import { versionSchema } from './version.ts';

/** What was announced to a licence's customer. Contractual notices do not depend on it. */
export const announcementsSchema = z.strictObject({
  /** Set while the customer is off the announcement list: since when. */
  leftOn: z.optional(civilDateSchema),
  /** The versions that have had their turn, so that none has it twice. */
  versions: z.array(versionSchema),
});
