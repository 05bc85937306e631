import * as z from 'zod/mini';
import { instantSchema } from '../time/instant.ts';
import { textSchema } from '../values/plain.ts';

/** Free of charge, charged at a rate of the plan, or sold as an emergency. */
export const ticketTermsSchema = z.enum(['free', 'charged', 'emergency']);

/** An open ticket; a closed one lives in the journal only. */
export const ticketSchema = z.strictObject({
  ticketId: textSchema,
  openedAt: instantSchema,
  terms: ticketTermsSchema,
  /** Unset where the vendor promises no time. */
  firstResponseBy: z.optional(instantSchema),
  /** Where its remote access agreement stands. */
  access: z.enum(['none', 'granted', 'revoked']),
});

export type Ticket = z.infer<typeof ticketSchema>;
