import * as z from 'zod/mini';
import { filledSchema } from '../../domain/values/filled.ts';

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
  licenceIds: z.optional(z.array(filledSchema).check(z.minLength(1), z.maxLength(mostNamedInInput))),
  execution: filledSchema,
});
export type CollectInput = z.infer<typeof collectInput>;
