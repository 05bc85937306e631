import * as z from 'zod';
import { civilDateSchema } from '../../../domain/calendar.ts';
import { moneySchema } from '../../../domain/billing/money.ts';
import { customerDataSchema } from '../../../domain/customer/customer.ts';
import { acceptedBySchema, purchaseOrderSchema } from '../../../domain/customer/order-words.ts';
import { derivedIdSchema } from '../../../contracts/operator/commands.ts';
import { idSchema } from '../../../domain/text/id.ts';
import { reasonSchema } from '../../../domain/text/reason.ts';
import { versionSchema } from '../../../domain/updates/version.ts';

const numberSchema = z.string().min(1).max(200);
const ofLicence = z.strictObject({ licenceId: idSchema });
const ofTicket = z.strictObject({ licenceId: idSchema, ticketId: derivedIdSchema });
const licences = z.array(idSchema).min(1).max(1000).optional();

/** What a customer can change of its data by itself. */
export const detailsSchema = customerDataSchema.pick({
  email: true,
  alsoEmail: true,
  billingEmail: true,
  alsoBillingEmail: true,
  address: true,
  vatId: true,
  locale: true,
  poNumber: true,
  buyerReference: true,
  together: true,
});

/** The details that a customer need not have. */
export const clearableDetailSchema = z.enum([
  'alsoEmail',
  'billingEmail',
  'alsoBillingEmail',
  'address',
  'vatId',
  'poNumber',
  'buyerReference',
  'together',
]);

/** What each action takes, by its name. */
export const inputSchemas = {
  /** `licences`: only these of a shared quote; all of which it is open if unset. */
  'accept-quote': z.strictObject({
    number: numberSchema,
    years: z.int().positive().max(100),
    licences,
    po: purchaseOrderSchema.optional(),
    /** The name of who accepts. */
    by: acceptedBySchema,
  }),
  'decline-quote': z.strictObject({ number: numberSchema, licences, reason: reasonSchema }),
  /** A quote for a change: it has no years and names the standing purchase order. */
  'accept-change': z.strictObject({ number: numberSchema }),
  'request-quote': ofLicence,
  /** `endsOn`: the day that the page named. */
  'cancel-renewal': ofLicence.extend({ endsOn: civilDateSchema }),
  'resume-renewal': ofLicence,
  'request-change': ofLicence.extend({ edition: z.string().min(1).max(200) }),
  /** `total`: what the page named, gross. */
  'add-modules': ofLicence.extend({
    skus: z.array(z.string().min(1).max(200)).min(1).max(500),
    total: moneySchema,
  }),
  /** `installed`: the version in use. */
  'open-ticket': ofLicence.extend({ emergency: z.boolean(), installed: versionSchema.optional() }),
  'close-ticket': ofTicket,
  'grant-access': ofTicket,
  'revoke-access': ofTicket,
  'request-password': ofLicence.extend({ version: versionSchema }),
  'leave-announcements': ofLicence,
  'join-announcements': ofLicence,
  /** For one licence; for all of the customer where none is named. */
  'stop-mails': z.strictObject({ licenceId: idSchema.optional() }),
  'resume-mails': z.strictObject({ licenceId: idSchema.optional() }),
  /** Of a partner: the copies of its customers' mails. */
  'stop-copies': z.strictObject({}),
  'resume-copies': z.strictObject({}),
  /** New values, and fields to empty. `version`: of the details that were seen; if they have changed, nothing is done. */
  'edit-details': z.strictObject({
    version: z.string().max(100).optional(),
    set: detailsSchema.partial(),
    clear: z.array(clearableDetailSchema).default([]),
  }),
} as const;

export type ActionName = keyof typeof inputSchemas;
export type InputOf<Name extends ActionName> = z.infer<(typeof inputSchemas)[Name]>;
