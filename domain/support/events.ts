import * as z from 'zod/mini';
import { event } from '../licence/event.ts';
import { instantSchema } from '../time/instant.ts';
import { untaxedSchema } from '../billing/tax-terms.ts';
import { moneySchema } from '../billing/money.ts';
import { versionSchema } from '../updates/version.ts';
import { ticketTermsSchema } from './ticket.ts';

export const supportActivities = [
  'open-ticket',
  'close-ticket',
  'grant-access',
  'revoke-access',
  'use-access',
] as const;

const ticketFields = { ticketId: z.string() };

export const supportEvents = () =>
  [
    event('TicketOpened', {
      ...ticketFields,
      at: instantSchema,
      terms: ticketTermsSchema,
      /** The name of the plan's rate; set where it is charged. */
      rate: z.optional(z.string()),
      /** What that rate costs an hour, net, where the plan says so. */
      perHour: z.optional(moneySchema),
      /** Set for an emergency. */
      price: z.optional(
        z.strictObject({
          net: moneySchema,
          taxPercent: z.number(),
          tax: moneySchema,
          total: moneySchema,
          untaxed: z.optional(untaxedSchema),
        }),
      ),
      /** Set with the price. */
      refundable: z.optional(z.boolean()),
      /** Unset where the vendor promises no time. */
      firstResponseBy: z.optional(instantSchema),
      /** The version in use, where the customer named it. */
      version: z.optional(versionSchema),
      /** How a fault is mended: by a hotfix of the latest version, or of an older one by the update to it. */
      fix: z.optional(z.enum(['hotfix', 'update'])),
    }),
    event('SupportDeclined', {
      at: instantSchema,
      emergency: z.boolean(),
      /** The key of the benefit that the customer still has. */
      instead: z.optional(z.string()),
    }),
    event('TicketClosed', ticketFields),
    event('RemoteAccessGranted', ticketFields),
    event('RemoteAccessUsed', ticketFields),
    event('RemoteAccessEnded', { ...ticketFields, by: z.enum(['revocation', 'closing']) }),
  ] as const;

export type SupportEvent = z.infer<ReturnType<typeof supportEvents>[number]>;
