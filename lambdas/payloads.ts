import * as z from 'zod';
import { civilDateSchema } from '../domain/calendar.ts';

/** What each step gets from the workflow: ids and days, no personal data. */

/** `collect-due`: the execution's input, as a schedule or an operator gave it, and its name. */
export const collectInput = z.object({
  planId: z.string(),
  /** A UTC instant; the run's day is the plan's day then. */
  scheduledTime: z.iso.datetime({ offset: true }),
  /** Whether to run a day that was run before, and what failed then. */
  again: z.boolean().default(false),
  execution: z.string().min(1),
});

/** Every step on a licence. */
export const stepInput = z.object({
  planId: z.string(),
  today: civilDateSchema,
  licenceId: z.string().min(1),
});
export type StepInput = z.infer<typeof stepInput>;

const caughtError = z.object({ Error: z.string(), Cause: z.string().default('') });
export type CaughtError = z.infer<typeof caughtError>;

/** `record-failure`: with what Step Functions caught. */
export const failureInput = stepInput.extend({ error: caughtError });

/** `summarise`: what `collect-due` put out. */
export const summaryInput = z.object({
  planId: z.string(),
  today: civilDateSchema,
  due: z.int(),
  worklist: z.object({ bucket: z.string(), key: z.string() }),
});
