import * as z from 'zod/mini';
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
    cancelledTo: z.optional(daySchema),
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
    invoiceOn: z.optional(daySchema),
    price: z.optional(price),
  }),
  z.strictObject({ step: z.literal('invoice-comes'), on: daySchema, price: z.optional(price) }),
  z.strictObject({ step: z.literal('quote-comes'), on: daySchema, price: z.optional(price) }),
  z.strictObject({ step: z.literal('ask-for-quote'), ends: daySchema, price: z.optional(price) }),
  z.strictObject({ step: z.literal('ends'), on: daySchema }),
  z.strictObject({ step: z.literal('reinstate'), isTooLate: z.boolean(), price: z.optional(price) }),
  z.strictObject({ step: z.literal('start') }),
  z.strictObject({ step: z.literal('nothing') }),
]);

export const summary = z.strictObject({
  licenceId: z.string(),
  planId: z.string(),
  plan: z.string(),
  trackedBy: z.nullable(inLanguages),
  product: z.string(),
  edition: z.string(),
  model: z.enum(['perpetual', 'subscription']),
  standing,
  cover: z.strictObject({ inForce: z.boolean(), since: z.optional(daySchema), until: z.optional(daySchema) }),
  next: nextStep,
  toPay: money,
  credit: money,
});

export const licencesAnswer = z.strictObject({
  customer: z.extend(named, { locale: z.string() }),
  groups: z.array(
    z.extend(named, { rights: rightsSchema, licences: z.array(summary), next: z.optional(z.string()) }),
  ),
  nextCustomer: z.optional(z.string()),
  branding: z.optional(branding),
});

export const licenceAnswer = z.extend(summary, {
  customer: named,
  rights: rightsSchema,
  branding,
  modules: z.array(z.string()),
  purchasedOn: z.optional(daySchema),
  installedOn: z.optional(daySchema),
  activatedOn: z.optional(daySchema),
  softwareMayBeUsed: z.boolean(),
  benefits: z.array(
    z.strictObject({
      key: z.string(),
      name: inLanguages,
      answer: z.union([z.enum(['included', 'denied']), z.strictObject({ charged: z.string() })]),
      rate: z.optional(inLanguages),
    }),
  ),
  documents: z.array(rowSchema),
  /** Each with its event as the journal has it (docs/events.md). */
  history: z.array(
    z.strictObject({
      on: daySchema,
      event: z.looseObject({ type: z.string(), date: daySchema, licenceId: z.string() }),
      number: z.optional(z.string()),
      who: z.optional(z.string()),
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

export const cancellingAnswer = z.extend(ofLicence, {
  refusal: z.optional(refusalSchema),
  effect: z.optional(
    z.strictObject({
      endsOn: daySchema,
      noticeUntil: z.optional(daySchema),
      isLate: z.boolean(),
      losesBenefits: z.array(z.strictObject({ key: z.string(), name: inLanguages })),
      owed: z.array(z.string()),
      softwareMayBeUsed: z.boolean(),
    }),
  ),
});

export const resumingAnswer = z.extend(ofLicence, {
  refusal: z.optional(refusalSchema),
  next: z.optional(nextStep),
});

const edition = { edition: z.string(), listPrice: money };

export const changesAnswer = z.extend(ofLicence, {
  editions: z.array(
    z.discriminatedUnion('can', [
      z.strictObject({
        ...edition,
        can: z.literal('be-quoted'),
        price,
        credited: z.optional(money),
        needsNewLicence: z.boolean(),
      }),
      z.strictObject({ ...edition, can: z.literal('be-made') }),
      z.strictObject({ ...edition, can: z.literal('not'), refusal: refusalSchema }),
    ]),
  ),
  modules: z.array(
    z.strictObject({ sku: z.string(), listPrice: money, isHad: z.boolean(), price: z.optional(price) }),
  ),
  modulesChargedTo: z.optional(daySchema),
  noModules: z.optional(refusalSchema),
  openQuote: z.optional(z.string()),
});

export const modulesAnswer = z.extend(ofLicence, {
  skus: z.array(z.string()),
  refusal: z.optional(refusalSchema),
  price: z.optional(price),
  chargedTo: z.optional(daySchema),
});

export const supportAnswer = z.extend(ofLicence, {
  rights: rightsSchema,
  timeZone: z.string(),
  standard: z.discriminatedUnion('terms', [
    z.strictObject({ terms: z.literal('free') }),
    z.strictObject({
      terms: z.literal('charged'),
      rate: z.optional(inLanguages),
      perHour: z.optional(money),
    }),
    z.strictObject({ terms: z.literal('declined'), instead: z.optional(inLanguages) }),
  ]),
  firstResponseWithinBusinessHours: z.optional(z.int()),
  emergency: z.optional(
    z.strictObject({
      isOffered: z.boolean(),
      net: money,
      respondWithinHours: z.int(),
      isRefundable: z.boolean(),
    }),
  ),
  hasRemoteAccess: z.boolean(),
  tickets: z.array(
    z.strictObject({
      ticketId: z.string(),
      openedAt: instantText,
      terms: z.enum(['free', 'charged', 'emergency']),
      firstResponseBy: z.optional(instantText),
      access: z.enum(['none', 'granted', 'revoked']),
      closedOn: z.optional(daySchema),
    }),
  ),
});

export const updatesAnswer = z.extend(ofLicence, {
  rights: rightsSchema,
  updates: z.array(
    z.strictObject({ version: z.string(), publishedOn: daySchema, password: z.optional(z.string()) }),
  ),
  isEntitled: z.boolean(),
  leftAnnouncementsOn: z.optional(daySchema),
});
