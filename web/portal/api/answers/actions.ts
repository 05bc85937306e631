import * as z from 'zod/mini';
import type { ActionName } from '../../../../app/portal/actions/inputs.ts';
import { daySchema } from './common.ts';

const licence = z.strictObject({ licenceId: z.string() });
const ticket = z.extend(licence, { ticketId: z.string() });
const licences = z.strictObject({ licenceIds: z.array(z.string()) });
const customer = z.strictObject({ customerId: z.string() });

/** What each action did: ids, numbers and days. */
export const didSchemas = {
  'accept-quote': z.extend(licences, { invoices: z.array(z.string()) }),
  'decline-quote': licences,
  'accept-change': z.extend(licence, { invoice: z.optional(z.string()) }),
  'request-quote': z.extend(licence, { quote: z.string(), isSentAgain: z.boolean() }),
  'cancel-renewal': z.extend(licence, { endsOn: daySchema }),
  'resume-renewal': licence,
  'request-change': z.extend(licence, { quote: z.optional(z.string()) }),
  'add-modules': z.extend(licence, { invoice: z.optional(z.string()) }),
  'open-ticket': z.union([
    z.extend(ticket, { invoice: z.optional(z.string()) }),
    z.extend(licence, { declined: z.literal(true), quote: z.optional(z.string()) }),
  ]),
  'close-ticket': ticket,
  'grant-access': ticket,
  'revoke-access': ticket,
  'request-password': z.extend(licence, { version: z.string(), isGiven: z.boolean() }),
  'leave-announcements': licence,
  'join-announcements': licence,
  'stop-mails': licences,
  'resume-mails': licences,
  'stop-copies': customer,
  'resume-copies': customer,
  'edit-details': z.extend(customer, { fields: z.array(z.string()) }),
} as const satisfies Readonly<Record<ActionName, z.ZodMiniType>>;
