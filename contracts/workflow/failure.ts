import * as z from 'zod/mini';
import { batchInput } from './batch.ts';
import { passSteps } from './steps.ts';

const caughtError = z.object({ Error: z.string(), Cause: z._default(z.string(), '') });
export type CaughtError = z.infer<typeof caughtError>;

/** `record-failure`: a batch of one licence, with what Step Functions caught, and the step that failed. */
export const failureInput = z.extend(batchInput, {
  error: caughtError,
  /** It only describes the failure: none must stay unrecorded because of it. */
  next: z.catch(z.enum([...passSteps, 'assess']), 'assess'),
});
export type FailureInput = z.infer<typeof failureInput>;
