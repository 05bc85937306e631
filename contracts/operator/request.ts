import * as z from 'zod/mini';
import { operationSchema } from './operations.ts';

/** Most bytes of a request; Lambda takes 6 MB by a function's URL. */
export const mostBytes = 4 * 1024 * 1024;

/** A request to the operator function. Repeated under its id, it changes nothing and is answered the same. */
export const operatorRequestSchema = z.strictObject({
  requestId: z.uuid(),
  clientVersion: z.string().check(z.maxLength(40)),
  /** Who asks, if the deployed console asks for them: it has checked who they are. Nobody else may name somebody. */
  person: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  operation: operationSchema,
});

export type OperatorRequest = z.infer<typeof operatorRequestSchema>;
