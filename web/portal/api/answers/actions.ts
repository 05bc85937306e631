import * as z from 'zod';
import type { ActionName } from '../../../../app/portal/actions/inputs.ts';
import { daySchema } from './common.ts';

const licence = z.strictObject({ licenceId: z.string() });
const ticket = licence.extend({ ticketId: z.string() });
const licences = z.strictObject({ licenceIds: z.array(z.string()) });
const customer = z.strictObject({ customerId: z.string() });

/** What each action did: ids, numbers and days. */
export const didSchemas = {
  'accept-quote': licences.extend({ invoices: z.array(z.string()) }),
  'decline-quote': licences,
  'accept-change': licence.extend({ invoice: z.string().optional() }),
  'request-quote': licence.extend({ quote: z.string(), isSentAgain: z.boolean() }),
  'cancel-renewal': licence.extend({ endsOn: daySchema }),
  'resume-renewal': licence,
  'request-change': licence.extend({ quote: z.string().optional() }),
  'add-modules': licence.extend({ invoice: z.string().optional() }),
  'open-ticket': z.union([
    ticket.extend({ invoice: z.string().optional() }),
    licence.extend({ declined: z.literal(true), quote: z.string().optional() }),
  ]),
  'close-ticket': ticket,
  'grant-access': ticket,
  'revoke-access': ticket,
  'request-password': licence.extend({ version: z.string(), isGiven: z.boolean() }),
  'leave-announcements': licence,
  'join-announcements': licence,
  'stop-mails': licences,
  'resume-mails': licences,
  'stop-copies': customer,
  'resume-copies': customer,
  'edit-details': customer.extend({ fields: z.array(z.string()) }),
} as const satisfies Readonly<Record<ActionName, z.ZodType>>;
