import * as z from 'zod/mini';
import { civilDateSchema } from '../calendar.ts';
import { correspondenceActivities, correspondenceEvents } from '../correspondence/events.ts';
import { correctionActivities, correctionEvents } from '../corrections/events.ts';
import { customerActivities, customerEvents } from '../customer/events.ts';
import { event } from './event.ts';
import { changeActivities, changeEvents } from '../changes/events.ts';
import { chargeSchema, factsSchema, invoiceSchema, termSchema } from './licence.ts';
import { moneySchema } from '../billing/money.ts';
import { acceptedBySchema, purchaseOrderSchema } from '../customer/order-words.ts';
import { announcedPriceSchema } from '../billing/announced-price.ts';
import { monthDaySchema } from '../time/month-day.ts';
import { reasonSchema } from '../text/reason.ts';
import { sharedSchema } from './shared.ts';
import { optionSchema, priceSchema } from '../billing/price.ts';
import { receivableActivities, receivableEvents } from '../receivables/events.ts';
import { supportActivities, supportEvents } from '../support/events.ts';
import { updateActivities, updateEvents } from '../updates/events.ts';
import { optionalFlagSchema, optionalTextSchema, textSchema } from '../values/plain.ts';

const reminderFields = {
  reminder: textSchema,
  kind: z.enum(['expiry', 'renewal', 'payment', 'final-notice']),
  /** The invoice it asks to pay; unset where it is about the term. */
  invoiceId: optionalTextSchema,
};

const activities = [
  'payment',
  'request-quote',
  'accept-quote',
  'cancel',
  'resume',
  'activate',
  'install',
  'deactivate',
  ...supportActivities,
  ...updateActivities,
  'ask-term',
  ...correspondenceActivities,
  ...customerActivities,
  ...changeActivities,
  ...receivableActivities,
  ...correctionActivities,
  'decline-quote',
  'align',
] as const;
export type Activity = (typeof activities)[number];

/** Every event. Most functions read none of them, so that it is made at the first use. */
export const eventSchema = z.lazy(() =>
  z.discriminatedUnion('type', [
    event('LicenceRegistered', { facts: factsSchema, currency: textSchema }),
    event('LicenceActivated', { fact: z.enum(['installedOn', 'activatedOn']) }),
    event('LicenceDeactivated', {}),
    /** The plan takes an old contract's place. */
    event('ContractReplaced', { contract: textSchema, /** The plan's id. */ by: textSchema }),
    event('TermStarted', {
      starts: civilDateSchema,
      ends: civilDateSchema,
      basis: z.enum(['initial', 'renewal', 'reinstatement']),
      term: termSchema,
      /** Whether it ends on the day that the licence was aligned to. */
      isAligned: optionalFlagSchema,
      /** The first day of cover, where that is not the term's own. */
      coveredFrom: z.optional(civilDateSchema),
      /** What is still to be invoiced for it; unset where it is paid. */
      charge: z.optional(chargeSchema),
      /** With which licence's event it shares its document and its mail. */
      shared: z.optional(sharedSchema),
    }),
    event('ReminderIssued', {
      ...reminderFields,
      /** The prices that a renewal notice names: they hold for that renewal. */
      announced: z.optional(announcedPriceSchema),
      /** With which licence's event it shares its document and its mail. */
      shared: z.optional(sharedSchema),
    }),
    event('ReminderSkipped', reminderFields),
    event('QuoteIssued', {
      quoteId: textSchema,
      kind: z.enum(['renewal', 'reinstatement']),
      validUntil: civilDateSchema,
      options: z.array(optionSchema).check(z.minLength(1)),
      /** Whether the plan asked for it, and not the customer. */
      automatic: z.boolean(),
      /** With which licence's event it shares its document and its mail. */
      shared: z.optional(sharedSchema),
    }),
    event('QuoteResent', { quoteId: textSchema }),
    event('QuoteAccepted', {
      quoteId: textSchema,
      years: z.int(),
      /** The number of the customer's purchase order. */
      po: z.optional(purchaseOrderSchema),
      /** Who accepted it at the customer's. */
      by: z.optional(acceptedBySchema),
    }),
    event('QuoteDeclined', { quoteId: textSchema, reason: reasonSchema }),
    event('QuoteExpired', { quoteId: textSchema }),
    event('InvoiceIssued', {
      invoiceId: textSchema,
      kind: z.enum(['initial', 'renewal', 'reinstatement', 'expansion', 'support']),
      total: moneySchema,
      payBy: civilDateSchema,
      price: priceSchema,
      /** The customer's purchase order that it names. */
      purchaseOrder: z.optional(purchaseOrderSchema),
      purpose: invoiceSchema.shape.purpose,
      /** The invoice that it takes the place of. */
      reissues: optionalTextSchema,
      fulfilled: invoiceSchema.shape.fulfilled,
      /** With which licence's event it shares its document and its mail. */
      shared: z.optional(sharedSchema),
    }),
    event('PaymentRecorded', {
      amount: moneySchema,
      /** The payment system's id, or `<licenceId>-P<n>`. Unset in old journals. */
      paymentId: optionalTextSchema,
      /** The day on which the money arrived. Unset in old journals: the day of the event. */
      received: z.optional(civilDateSchema),
      /** The invoice that the payment names. */
      invoiceId: optionalTextSchema,
      /** With which licence's event it shares its document and its mail. */
      shared: z.optional(sharedSchema),
    }),
    event('InvoicePaid', { invoiceId: textSchema, total: moneySchema }),
    event('InvoiceVoided', { invoiceId: textSchema }),
    /** The next term that starts ends on this day of the year. */
    event('AlignmentSet', { to: monthDaySchema }),
    event('RenewalCancelled', { endsOn: civilDateSchema }),
    event('RenewalResumed', {}),
    event('MaintenanceReinstated', { shared: z.optional(sharedSchema) }),
    event('MaintenanceLapsed', {
      reason: z.enum(['unpaid', 'cancelled', 'not-renewed']),
      /** The invoices that it voids, in the order of their events. Unset in old journals. */
      voided: z.optional(z.array(textSchema)),
      /** Set where cover was over before the licence entered the book: nobody is mailed about it. */
      beforeRegistration: z.optional(z.literal(true)),
      /** With which licence's event it shares its document and its mail. */
      shared: z.optional(sharedSchema),
    }),
    /** How long the plan runs: since and until when cover is, was or will be in force. */
    event('TermStated', {
      inForce: z.boolean(),
      since: z.optional(civilDateSchema),
      /** Unset where it has no end, or never began. */
      until: z.optional(civilDateSchema),
      /** Whether it goes on after that day by itself. */
      renews: z.boolean(),
    }),
    ...supportEvents(),
    ...updateEvents(),
    ...correspondenceEvents(),
    ...changeEvents(),
    ...receivableEvents(),
    ...correctionEvents(),
    ...customerEvents(),
    event('ActivityRejected', {
      activity: z.enum(activities),
      /** The same as `because`. */ reason: textSchema,
    }),
  ]),
);

export type Event = z.infer<typeof eventSchema>;
export type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;
