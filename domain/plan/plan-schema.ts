import * as z from 'zod/mini';
import { benefitSchema, ratesOf } from './benefits.ts';
import { eInvoiceProblem, eInvoicesSchema } from './e-invoices.ts';
import { inLanguagesSchema } from './language.ts';
import { taxRateSchema } from './tax-rate.ts';
import { reinstatementSchema } from '../cover/reinstatement-terms.ts';
import { upliftSchema } from '../billing/uplift.ts';
import { currencySchema } from '../billing/currency.ts';
import { benefitsOfChanges, catalogueSchema, migrationSchema } from '../changes/price-list.ts';
import { oldContractsSchema } from '../old-contracts/terms.ts';
import { benefitsOfSupport, supportSchema } from '../support/terms.ts';
import { timeZoneSchema } from '../time/time-zone.ts';
import { benefitsOfUpdates, updatesSchema } from '../updates/terms.ts';
import { vendorSchema } from './vendor.ts';

const percent = z.number().check(z.minimum(0), z.maximum(100), z.multipleOf(0.01));
const days = z.int().check(z.minimum(0), z.maximum(3650));
/** Charged for a thousand years at once it is still counted exactly. */
const minorUnits = z.int().check(z.positive(), z.maximum(1_000_000_000_000));
const months = z.int().check(z.positive(), z.maximum(1200));
const years = z.int().check(z.positive(), z.maximum(100));
const countryCode = z.string().check(z.regex(/^[A-Z]{2}$/));

/** How long the first term lasts. */
const firstLengthSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('months'), months }),
  /** As many years as were bought with the licence (its `initialYears`). */
  z.strictObject({ kind: z.literal('years-bought'), most: years }),
  z.strictObject({
    kind: z.literal('by-training'),
    monthsWith: months,
    daysWithout: days.check(z.positive()),
  }),
  /** Through 31 December. */
  z.strictObject({ kind: z.literal('rest-of-year') }),
]);

const firstTermSchema = z.strictObject({
  /** The fact that it counts from. */
  from: z.enum(['installedOn', 'activatedOn', 'purchasedOn']),
  /** Whether it starts on that day or on the first day of the following month. */
  starts: z.enum(['that-day', 'next-month']),
  length: firstLengthSchema,
  /** Paid with the licence, or invoiced on its first day. */
  charge: z.enum(['paid-with-licence', 'invoiced']),
});

const pricingSchema = z.discriminatedUnion('kind', [
  /** A price a year for each product, in minor units. */
  z.strictObject({
    kind: z.literal('flat'),
    perYear: z.record(z.string(), minorUnits),
    uplift: z.optional(upliftSchema),
  }),
  /** A share of the list price of the modules in use. */
  z.strictObject({
    kind: z.literal('share-of-list'),
    /** Per cent a year in years 1, 2, … of the unbroken chain of terms; the last holds from then on. */
    ratesByTerm: z.array(percent).check(z.minLength(1), z.maxLength(100)),
    /** Per cent off where several years are bought at once. */
    discountByYears: z.record(z.string().check(z.regex(/^\d+$/)), percent),
    uplift: z.optional(upliftSchema),
  }),
]);

const renewalSchema = z.discriminatedUnion('mode', [
  /** The next term starts by itself unless renewal was cancelled. */
  z.strictObject({
    mode: z.literal('automatic'),
    noticeDays: days,
    /** A day of the year, or the first day of the term. */
    invoicedOn: z.union([
      z.literal('term-start'),
      z.strictObject({
        month: z.int().check(z.minimum(1), z.maximum(12)),
        day: z.int().check(z.minimum(1), z.maximum(31)),
      }),
    ]),
    /** Calendar months or days after the invoice date, the last day included. */
    payWithin: z.union([z.strictObject({ months }), z.strictObject({ days })]),
  }),
  /** The term ends unless the customer accepts a quote and pays. */
  z.strictObject({
    mode: z.literal('order'),
    /** How many days before the end a quote goes out by itself; null where only on request. */
    quoteDaysBeforeEnd: z.nullable(days),
  }),
]);

const reminderSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('expiry'),
    daysBeforeEnd: days,
    /** Only for a term of at least so many months. */
    shortestTermMonths: z.optional(months),
  }),
  z.strictObject({ kind: z.literal('renewal'), daysBeforeEnd: days }),
  z.strictObject({ kind: z.literal('payment'), daysAfterInvoice: days }),
  z.strictObject({ kind: z.literal('final-notice'), daysBeforePayBy: days }),
]);

function dayOfReminder(reminder: z.infer<typeof reminderSchema>): string {
  switch (reminder.kind) {
    case 'expiry':
    case 'renewal':
      return `${reminder.kind} ${reminder.daysBeforeEnd}`;
    case 'payment':
      return `${reminder.kind} ${reminder.daysAfterInvoice}`;
    case 'final-notice':
      return `${reminder.kind} ${reminder.daysBeforePayBy}`;
  }
}

const numberPrefix = z.string().check(z.regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/));

export const planSchema = z
  .strictObject({
    id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
    name: z.string(),
    vendor: vendorSchema,
    /** How quotes, invoices and credit notes are numbered: prefix, year and a count, such as SNUG-2026-00001. */
    numbers: z.strictObject({ quote: numberPrefix, invoice: numberPrefix, creditNote: numberPrefix }).check(
      z.refine((prefixes) => new Set(Object.values(prefixes)).size === Object.keys(prefixes).length, {
        error: 'quotes, invoices and credit notes are counted apart: their prefixes must differ',
      }),
    ),
    /** What e-invoices need; unset where the vendor issues none. */
    eInvoices: z.optional(eInvoicesSchema),
    /** So many years after the year of their issue, invoices, credit notes and accepted quotes are kept. */
    documentsKeptYears: z.int().check(z.positive(), z.maximum(30)),
    /** What the vendor tracks licences by, as their ids are called; null where an id is the licence's own. */
    trackedBy: z.nullable(inLanguagesSchema),
    timeZone: timeZoneSchema,
    currency: currencySchema,
    /** Per cent of net by the customer's country (ISO 3166), also from a day on; none elsewhere. */
    taxByCountry: z.record(countryCode, taxRateSchema),
    /** Countries whose customers owe the tax themselves where they have a VAT id: they are charged none. */
    reverseCharge: z.array(countryCode),
    price: pricingSchema,
    firstTerm: firstTermSchema,
    /** Whether licences are also leased as subscriptions (docs/rules.md §3.8); unset where they are not. */
    subscription: z.optional(z.boolean()),
    /** The terms after the first: calendar years, or months counted from the anchor. */
    term: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('calendar-year') }),
      z.strictObject({ kind: z.literal('months'), months }),
    ]),
    renewal: renewalSchema,
    quote: z.strictObject({
      /** Valid until issue day + so many days, included. */
      validDays: days,
      /** The numbers of years that a quote offers. */
      years: z.array(years).check(z.minLength(1), z.maxLength(20)),
      /** An accepted quote's invoice is payable within so many days. */
      payableDays: days,
    }),
    reinstatement: reinstatementSchema,
    receivables: z.strictObject({
      /** An invoice whose payment was reversed is payable within so many days of that, or until its own pay-by. */
      reopenedPayableDays: days,
      /** A hold ends so many days ahead at the latest. */
      longestHoldDays: days,
    }),
    reminders: z.array(reminderSchema).check(
      z.maxLength(50),
      z.refine((reminders) => new Set(reminders.map(dayOfReminder)).size === reminders.length, {
        error: 'each reminder once: two of one kind need different days',
      }),
    ),
    /** What expansions and other editions cost; null where there is no price list of them. */
    catalogue: z.nullable(catalogueSchema),
    /** What moving to a new version costs; null where the vendor says nothing of it. */
    migration: z.nullable(migrationSchema),
    /** How contracts from before the plan are handled; null if there are none. */
    oldContracts: z.nullable(oldContractsSchema),
    /** What cover entitles to, and what everybody has. */
    benefits: z.array(benefitSchema),
    /** What the rates are called that benefits are charged at, and what they cost an hour, net, where that is fixed. */
    rates: z.record(z.string(), z.extend(inLanguagesSchema, { perHour: z.optional(minorUnits) })),
    /** How support tickets are handled; null where the vendor says nothing of them. */
    support: z.nullable(supportSchema),
    /** How updates are made known and given; null where they are not announced. */
    updates: z.nullable(updatesSchema),
  })
  .check(
    z.refine(
      ({ benefits, support, updates, catalogue, migration }) => {
        const keys = new Set(benefits.map((benefit) => benefit.key));
        const used = [
          ...(support === null ? [] : benefitsOfSupport(support)),
          ...(updates === null ? [] : benefitsOfUpdates(updates)),
          ...benefitsOfChanges({ catalogue, migration }),
        ];
        return used.every((key) => keys.has(key));
      },
      { error: 'support, updates and changes rest on benefits of the plan: name them by their keys' },
    ),
    z.superRefine((plan, context) => {
      const message = eInvoiceProblem(plan);
      if (message !== undefined) context.addIssue({ code: 'custom', path: ['eInvoices'], message });
    }),
    z.refine(
      ({ taxByCountry, vendor }) => Object.keys(taxByCountry).length === 0 || vendor.taxName !== null,
      {
        error: 'a vendor who charges tax names it: give `taxName`',
      },
    ),
    z.refine(({ benefits, rates }) => ratesOf(benefits).every((rate) => rate in rates), {
      error: 'benefits are charged at rates of the plan: name each in `rates`',
    }),
    z.refine((plan) => plan.renewal.mode === 'automatic' || plan.term.kind === 'months', {
      error: 'calendar-year terms renew automatically: an order has no year end to wait for',
    }),
    z.refine(
      (plan) => (plan.term.kind === 'calendar-year') === (plan.firstTerm.length.kind === 'rest-of-year'),
      {
        error: 'a plan of calendar years starts with the rest of a year, and no other does',
      },
    ),
    z.refine((plan) => plan.firstTerm.charge !== 'invoiced' || plan.renewal.mode === 'automatic', {
      error: 'only an automatic plan invoices its first term: an order plan invoices accepted quotes',
    }),
    z.refine((plan) => plan.firstTerm.charge !== 'invoiced' || plan.price.kind === 'flat', {
      error: 'a first term that is invoiced is charged by days: it needs a flat price',
    }),
    z.refine(
      ({ catalogue, price }) =>
        catalogue === null || Object.keys(catalogue.modules).length === 0 || price.kind === 'share-of-list',
      { error: 'modules are charged by their list price: the price must be a share of it' },
    ),
    z.refine(
      ({ oldContracts, price }) =>
        Object.keys(oldContracts?.honoured ?? {}).length === 0 || price.kind === 'share-of-list',
      { error: 'an honoured contract has rates of its own: the price must be a share of list' },
    ),
    z.refine((plan) => plan.reinstatement.kind !== 'back-charge' || plan.price.kind === 'flat', {
      error: 'a back-charge adds up yearly charges: it needs a flat price',
    }),
  );
