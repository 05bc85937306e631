import * as z from 'zod/mini';
import { batchInput } from './batch.ts';
import { actingSteps } from './steps.ts';

/** `act`: with the step that the workflow's state stands for. */
export const actInput = z.extend(batchInput, { next: z.enum(actingSteps) });
export type ActInput = z.infer<typeof actInput>;
