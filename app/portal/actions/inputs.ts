import * as z from 'zod/mini';
import { civilDateSchema } from '../../../domain/calendar.ts';
import { moneySchema } from '../../../domain/billing/money.ts';
import { customerDataSchema } from '../../../domain/customer/customer.ts';
import { acceptedBySchema, purchaseOrderSchema } from '../../../domain/customer/order-words.ts';
import { derivedIdSchema } from '../../../contracts/operator/commands.ts';
import { idSchema } from '../../../domain/text/id.ts';
import { reasonSchema } from '../../../domain/text/reason.ts';
import { versionSchema } from '../../../domain/updates/version.ts';

const numberSchema = z.string().check(z.minLength(1), z.maxLength(200));
const ofLicence = z.strictObject({ licenceId: idSchema });
const ofTicket = z.strictObject({ licenceId: idSchema, ticketId: derivedIdSchema });
const licences = z.optional(z.array(idSchema).check(z.minLength(1), z.maxLength(1000)));

/** What a customer can change of its data by itself. */
export const detailsSchema = z.pick(customerDataSchema, {
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
    years: z.int().check(z.positive(), z.maximum(100)),
    licences,
    po: z.optional(purchaseOrderSchema),
    /** The name of who accepts. */
    by: acceptedBySchema,
  }),
  'decline-quote': z.strictObject({ number: numberSchema, licences, reason: reasonSchema }),
  /** A quote for a change: it has no years and names the standing purchase order. */
  'accept-change': z.strictObject({ number: numberSchema }),
  'request-quote': ofLicence,
  /** `endsOn`: the day that the page named. */
  'cancel-renewal': z.extend(ofLicence, { endsOn: civilDateSchema }),
  'resume-renewal': ofLicence,
  'request-change': z.extend(ofLicence, { edition: z.string().check(z.minLength(1), z.maxLength(200)) }),
  /** `total`: what the page named, gross. */
  'add-modules': z.extend(ofLicence, {
    skus: z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.minLength(1), z.maxLength(500)),
    total: moneySchema,
  }),
  /** `installed`: the version in use. */
  'open-ticket': z.extend(ofLicence, { emergency: z.boolean(), installed: z.optional(versionSchema) }),
  'close-ticket': ofTicket,
  'grant-access': ofTicket,
  'revoke-access': ofTicket,
  'request-password': z.extend(ofLicence, { version: versionSchema }),
  'leave-announcements': ofLicence,
  'join-announcements': ofLicence,
  /** For one licence; for all of the customer where none is named. */
  'stop-mails': z.strictObject({ licenceId: z.optional(idSchema) }),
  'resume-mails': z.strictObject({ licenceId: z.optional(idSchema) }),
  /** Of a partner: the copies of its customers' mails. */
  'stop-copies': z.strictObject({}),
  'resume-copies': z.strictObject({}),
  /** New values, and fields to empty. `version`: of the details that were seen; if they have changed, nothing is done. */
  'edit-details': z.strictObject({
    version: z.optional(z.string().check(z.maxLength(100))),
    set: z.partial(detailsSchema),
    clear: z._default(z.array(clearableDetailSchema), []),
  }),
} as const;

export type ActionName = keyof typeof inputSchemas;
export type InputOf<Name extends ActionName> = z.infer<(typeof inputSchemas)[Name]>;
