import * as z from 'zod';
import { ServiceError } from '../shared/service-error.ts';

const thrown = z.looseObject({
  statusCode: z.number(),
  body: z.looseObject({ __type: z.string(), message: z.string().optional(), Message: z.string().optional() }),
});

/**
 * The error of DynamoDB in what dynalite threw.
 * @throws the same thing again, when it is no answer to a client but a fault of dynalite
 */
export function dynaliteError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const parsed = thrown.safeParse(error);
  if (!parsed.success) throw error;
  const { __type: type, message, Message } = parsed.data.body;
  const code = type.slice(type.indexOf('#') + 1);
  return new ServiceError(code, message ?? Message ?? code, {}, parsed.data.statusCode);
}
