import * as z from 'zod';
import { rowSchema } from './documents.ts';
import { refusalSchema } from './refusal.ts';
import {
  branding,
  daySchema,
  inLanguages,
  instantText,
  money,
  named,
  price,
  rightsSchema,
} from './common.ts';

export const standing = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('pending'),
    waitsFor: z.enum(['installedOn', 'activatedOn', 'purchasedOn']),
  }),
  z.strictObject({
    state: z.literal('active'),
    starts: daySchema,
    ends: daySchema,
    renews: z.boolean(),
    cancelledTo: daySchema.optional(),
  }),
  z.strictObject({ state: z.literal('subscribed') }),
  z.strictObject({
    state: z.literal('lapsed'),
    on: daySchema,
    reason: z.enum(['unpaid', 'cancelled', 'not-renewed']),
    ended: daySchema,
  }),
  z.strictObject({ state: z.literal('deactivated'), on: daySchema }),
]);

export const nextStep = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('pay'),
    number: z.string(),
    payBy: daySchema,
    toPay: money,
    isOverdue: z.boolean(),
  }),
  z.strictObject({
    step: z.literal('answer-quote'),
    number: z.string(),
    kind: z.enum(['renewal', 'reinstatement', 'change']),
    validUntil: daySchema,
    from: money,
  }),
  z.strictObject({
    step: z.literal('renews'),
    on: daySchema,
    lastDayToCancel: daySchema,
    invoiceOn: daySchema.optional(),
    price: price.optional(),
  }),
  z.strictObject({ step: z.literal('invoice-comes'), on: daySchema, price: price.optional() }),
  z.strictObject({ step: z.literal('quote-comes'), on: daySchema, price: price.optional() }),
  z.strictObject({ step: z.literal('ask-for-quote'), ends: daySchema, price: price.optional() }),
  z.strictObject({ step: z.literal('ends'), on: daySchema }),
  z.strictObject({ step: z.literal('reinstate'), isTooLate: z.boolean(), price: price.optional() }),
  z.strictObject({ step: z.literal('start') }),
  z.strictObject({ step: z.literal('nothing') }),
]);

export const summary = z.strictObject({
  licenceId: z.string(),
  planId: z.string(),
  plan: z.string(),
  trackedBy: inLanguages.nullable(),
  product: z.string(),
  edition: z.string(),
  model: z.enum(['perpetual', 'subscription']),
  standing,
  cover: z.strictObject({ inForce: z.boolean(), since: daySchema.optional(), until: daySchema.optional() }),
  next: nextStep,
  toPay: money,
  credit: money,
});

export const licencesAnswer = z.strictObject({
  customer: named.extend({ locale: z.string() }),
  groups: z.array(
    named.extend({ rights: rightsSchema, licences: z.array(summary), next: z.string().optional() }),
  ),
  nextCustomer: z.string().optional(),
  branding: branding.optional(),
});

export const licenceAnswer = summary.extend({
  customer: named,
  rights: rightsSchema,
  branding,
  modules: z.array(z.string()),
  purchasedOn: daySchema.optional(),
  installedOn: daySchema.optional(),
  activatedOn: daySchema.optional(),
  softwareMayBeUsed: z.boolean(),
  benefits: z.array(
    z.strictObject({
      key: z.string(),
      name: inLanguages,
      answer: z.union([z.enum(['included', 'denied']), z.strictObject({ charged: z.string() })]),
      rate: inLanguages.optional(),
    }),
  ),
  documents: z.array(rowSchema),
  /** Each with its event as the journal has it (docs/events.md). */
  history: z.array(
    z.strictObject({
      on: daySchema,
      event: z.looseObject({ type: z.string(), date: daySchema, licenceId: z.string() }),
      number: z.string().optional(),
      who: z.string().optional(),
    }),
  ),
  can: z.strictObject({
    cancelRenewal: z.boolean(),
    resumeRenewal: z.boolean(),
    requestQuote: z.boolean(),
    change: z.boolean(),
    support: z.boolean(),
    updates: z.boolean(),
  }),
});

const ofLicence = z.strictObject({ licence: summary, branding });

export const cancellingAnswer = ofLicence.extend({
  refusal: refusalSchema.optional(),
  effect: z
    .strictObject({
      endsOn: daySchema,
      noticeUntil: daySchema.optional(),
      isLate: z.boolean(),
      losesBenefits: z.array(z.strictObject({ key: z.string(), name: inLanguages })),
      owed: z.array(z.string()),
      softwareMayBeUsed: z.boolean(),
    })
    .optional(),
});

export const resumingAnswer = ofLicence.extend({
  refusal: refusalSchema.optional(),
  next: nextStep.optional(),
});

const edition = { edition: z.string(), listPrice: money };

export const changesAnswer = ofLicence.extend({
  editions: z.array(
    z.discriminatedUnion('can', [
      z.strictObject({
        ...edition,
        can: z.literal('be-quoted'),
        price,
        credited: money.optional(),
        needsNewLicence: z.boolean(),
      }),
      z.strictObject({ ...edition, can: z.literal('be-made') }),
      z.strictObject({ ...edition, can: z.literal('not'), refusal: refusalSchema }),
    ]),
  ),
  modules: z.array(
    z.strictObject({ sku: z.string(), listPrice: money, isHad: z.boolean(), price: price.optional() }),
  ),
  modulesChargedTo: daySchema.optional(),
  noModules: refusalSchema.optional(),
  openQuote: z.string().optional(),
});

export const modulesAnswer = ofLicence.extend({
  skus: z.array(z.string()),
  refusal: refusalSchema.optional(),
  price: price.optional(),
  chargedTo: daySchema.optional(),
});

export const supportAnswer = ofLicence.extend({
  rights: rightsSchema,
  timeZone: z.string(),
  standard: z.discriminatedUnion('terms', [
    z.strictObject({ terms: z.literal('free') }),
    z.strictObject({ terms: z.literal('charged'), rate: inLanguages.optional(), perHour: money.optional() }),
    z.strictObject({ terms: z.literal('declined'), instead: inLanguages.optional() }),
  ]),
  firstResponseWithinBusinessHours: z.int().optional(),
  emergency: z
    .strictObject({
      isOffered: z.boolean(),
      net: money,
      respondWithinHours: z.int(),
      isRefundable: z.boolean(),
    })
    .optional(),
  hasRemoteAccess: z.boolean(),
  tickets: z.array(
    z.strictObject({
      ticketId: z.string(),
      openedAt: instantText,
      terms: z.enum(['free', 'charged', 'emergency']),
      firstResponseBy: instantText.optional(),
      access: z.enum(['none', 'granted', 'revoked']),
      closedOn: daySchema.optional(),
    }),
  ),
});

export const updatesAnswer = ofLicence.extend({
  rights: rightsSchema,
  updates: z.array(
    z.strictObject({ version: z.string(), publishedOn: daySchema, password: z.string().optional() }),
  ),
  isEntitled: z.boolean(),
  leftAnnouncementsOn: daySchema.optional(),
});
