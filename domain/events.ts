import { z } from 'zod';
import { civilDateSchema } from './calendar.ts';
import {
  chargeSchema,
  factsSchema,
  invoiceSchema,
  optionSchema,
  priceSchema,
  termSchema,
} from './licence.ts';
import { moneySchema } from './money.ts';

/** An event of type `type` with its own fields; all have the day and the licence. */
function event<Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) {
  return z.strictObject({
    date: civilDateSchema,
    licenceId: z.string(),
    type: z.literal(type),
    /** Why it happened: the rule and the values it rests on, without personal data. */
    because: z.string(),
    ...fields,
  });
}

const reminderFields = {
  reminder: z.string(),
  kind: z.enum(['expiry', 'renewal', 'payment', 'final-notice']),
  /** The invoice it asks to pay; unset where it is about the term. */
  invoiceId: z.string().optional(),
};

export const activities = [
  'payment',
  'request-quote',
  'accept-quote',
  'cancel',
  'resume',
  'activate',
  'install',
  'deactivate',
] as const;
export type Activity = (typeof activities)[number];

export const eventSchema = z.discriminatedUnion('type', [
  event('LicenceRegistered', { facts: factsSchema, currency: z.string() }),
  event('LicenceActivated', { fact: z.enum(['installedOn', 'activatedOn']) }),
  event('LicenceDeactivated', {}),
  event('TermStarted', {
    starts: civilDateSchema,
    ends: civilDateSchema,
    basis: z.enum(['initial', 'renewal', 'reinstatement']),
    term: termSchema,
    /** The first day of cover, where that is not the term's own. */
    coveredFrom: civilDateSchema.optional(),
    /** What is still to be invoiced for it; unset where it is paid. */
    charge: chargeSchema.optional(),
  }),
  event('ReminderIssued', reminderFields),
  event('ReminderSkipped', reminderFields),
  event('QuoteIssued', {
    quoteId: z.string(),
    kind: z.enum(['renewal', 'reinstatement']),
    validUntil: civilDateSchema,
    options: z.array(optionSchema).min(1),
    /** Whether the plan asked for it, and not the customer. */
    automatic: z.boolean(),
  }),
  event('QuoteResent', { quoteId: z.string() }),
  event('QuoteAccepted', { quoteId: z.string(), years: z.int() }),
  event('QuoteExpired', { quoteId: z.string() }),
  event('InvoiceIssued', {
    invoiceId: z.string(),
    kind: z.enum(['initial', 'renewal', 'reinstatement']),
    total: moneySchema,
    payBy: civilDateSchema,
    price: priceSchema,
    purpose: invoiceSchema.shape.purpose,
  }),
  event('PaymentRecorded', { amount: moneySchema }),
  event('InvoicePaid', { invoiceId: z.string(), total: moneySchema }),
  event('InvoiceVoided', { invoiceId: z.string() }),
  event('RenewalCancelled', { endsOn: civilDateSchema }),
  event('RenewalResumed', {}),
  event('MaintenanceReinstated', {}),
  event('MaintenanceLapsed', { reason: z.enum(['unpaid', 'cancelled', 'not-renewed']) }),
  event('ActivityRejected', {
    activity: z.enum(activities),
    /** The same as `because`. */ reason: z.string(),
  }),
]);

export type Event = z.infer<typeof eventSchema>;
export type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;
