import * as z from 'zod/mini';
import { customerTermsSchema } from '../customer/terms.ts';
import { event } from '../licence/event.ts';
import { factsSchema } from '../licence/licence.ts';
import { reasonSchema } from '../text/reason.ts';

export const correctionActivities = ['correct', 'remove', 'transfer'] as const;

export const correctionEvents = () =>
  [
    /** Facts that were mistyped. */
    event('LicenceCorrected', {
      /** What was wrong, by its name in the book; values as a book writes them, empty for none. */
      changes: z
        .array(z.strictObject({ field: z.string(), from: z.string(), to: z.string() }))
        .check(z.minLength(1)),
      /** All facts from now on. */
      facts: factsSchema,
      /** Whether the first term is worked out anew: the events after this one start it. */
      restartsTerm: z.boolean(),
      reason: reasonSchema,
    }),
    /** The licence should never have been registered: nothing happens to it any more. */
    event('LicenceRemoved', { reason: reasonSchema }),
    /** The licence goes on under another customer. */
    event('LicenceTransferred', {
      /** The customer's id before, and from now on. */
      from: z.string(),
      to: z.string(),
      /** What the licence has of its new customer. */
      terms: customerTermsSchema,
      reason: reasonSchema,
    }),
  ] as const;

export type CorrectionEvent = z.infer<ReturnType<typeof correctionEvents>[number]>;
