import * as z from 'zod/mini';
import { filledSchema } from '../../../domain/values/filled.ts';
import { optionalTextSchema, textSchema } from '../../../domain/values/plain.ts';

/**
 * What made an event. `execution`: a workflow's, by its name (not that of one of its batches); `operator`: a command, with
 * the ARN of who gave it, as AWS verified it;
 * `payment-event`: a payment that a payment system reported; `mail-feedback`: what SES reported of a mail; `mail-link`: the
 * page of a mail's link; `reader`: the customer's page, with the address of whoever asked for it there, and the ARN of the
 * vendor's own site where that asked in its name.
 */
export const causeSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('execution'), execution: filledSchema }),
  z.strictObject({ by: z.literal('operator'), who: optionalTextSchema }),
  z.strictObject({ by: z.literal('reader'), who: textSchema, through: optionalTextSchema }),
  z.strictObject({ by: z.enum(['payment-event', 'mail-feedback', 'mail-link']) }),
]);
export type Cause = z.infer<typeof causeSchema>;

/** The same without the address of a person. */
export function withoutPerson(cause: Cause | undefined): Cause | undefined {
  return cause?.by === 'reader' ? { by: 'reader', who: 'erased' } : cause;
}
