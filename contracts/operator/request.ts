import * as z from 'zod';
import { operationSchema } from './operations.ts';

/** Most bytes of a request; Lambda takes 6 MB by a function's URL. */
export const mostBytes = 4 * 1024 * 1024;

/** A request to the operator function. Repeated under its id, it changes nothing and is answered the same. */
export const operatorRequestSchema = z.strictObject({
  requestId: z.uuid(),
  clientVersion: z.string().max(40),
  /** Who asks, if the deployed console asks for them: it has checked who they are. Nobody else may name somebody. */
  person: z.string().min(1).max(200).optional(),
  operation: operationSchema,
});

export type OperatorRequest = z.infer<typeof operatorRequestSchema>;
