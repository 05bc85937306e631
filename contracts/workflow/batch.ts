import * as z from 'zod/mini';
import { civilDateSchema } from '../../domain/calendar.ts';
import { type NextStep, passSteps } from './steps.ts';
import { filledSchema } from '../../domain/values/filled.ts';
import { countSchema } from '../../domain/values/whole.ts';
import { textSchema } from '../../domain/values/plain.ts';

/** So many licences make a batch at the most, and fewer where their ids are long: a state puts out 256 KiB at the most. */
export const mostInBatch = 400;

/** Of those 256 KiB, so many bytes are for the ids of a batch, wherever they stand, and so many for its outcomes. */
export const shares = { ids: 120_000, outcomes: 130_000 } as const;

/** A licence of a batch, and whose it is: those of one customer are in one batch. */
const batchLicence = z.object({
  licenceId: filledSchema,
  customerId: filledSchema,
});
export type BatchLicence = z.infer<typeof batchLicence>;

/** A line of a worklist. */
export const batchLine = z.object({
  licences: z.array(batchLicence).check(z.minLength(1), z.maxLength(mostInBatch)),
});
export type BatchLine = z.infer<typeof batchLine>;

/** What was done to a licence so far, step by step, and why. */
export const outcomeSchema = z.object({
  licenceId: textSchema,
  did: z.array(textSchema),
  because: textSchema,
});
export type Outcome = z.infer<typeof outcomeSchema>;

const passStep = z.object({ step: z.enum(passSteps), licenceIds: z.array(textSchema) });

/** Every step on a batch: what the step before put out. As in all inputs and outputs of steps, ids and days, no personal data. */
export const batchInput = z.extend(batchLine, {
  planId: textSchema,
  today: civilDateSchema,
  /** The name of the workflow's execution. */
  execution: filledSchema,
  /** Whether a step parks a licence on which it fails. */
  parks: z._default(z.boolean(), true),
  /** How many passes have begun. */
  pass: z._default(countSchema, 0),
  /** The rest of this pass, in its order. */
  todo: z._default(z.array(passStep), []),
  outcomes: z._default(z.array(outcomeSchema), []),
});
export type BatchInput = z.infer<typeof batchInput>;

/** What every step on a batch puts out. */
export interface BatchOutput extends BatchInput {
  readonly next: NextStep;
}
