import * as z from 'zod/mini';
import { civilDateSchema } from '../calendar.ts';
import { changeQuoteSchema, changeSchema } from '../changes/change.ts';
import { customerTermsSchema } from '../customer/terms.ts';
import { purchaseOrderSchema } from '../customer/order-words.ts';
import { announcedPriceSchema } from '../billing/announced-price.ts';
import { partSchema } from '../billing/part.ts';
import { monthDaySchema } from '../time/month-day.ts';
import { moduleSchema } from '../changes/module.ts';
import { correspondenceSchema } from '../correspondence/correspondence.ts';
import { moneySchema } from '../billing/money.ts';
import { optionSchema, priceSchema } from '../billing/price.ts';
import { ticketSchema } from '../support/ticket.ts';
import { announcementsSchema } from '../updates/announcements.ts';
import { filledSchema } from '../values/filled.ts';
import { countSchema, positiveSchema } from '../values/whole.ts';
import { optionalNumberSchema, optionalTextSchema, textSchema } from '../values/plain.ts';

/** What is known of a licence when it enters the book. */
export const factsSchema = z.strictObject({
  licenceId: filledSchema,
  planId: filledSchema,
  customerId: filledSchema,
  /** The plan's old contract that it still runs on; unset where it runs on the plan itself. */
  contract: optionalTextSchema,
  ...customerTermsSchema.shape,
  product: textSchema,
  edition: textSchema,
  model: z.enum(['perpetual', 'subscription']),
  modules: z.array(moduleSchema),
  purchasedOn: z.optional(civilDateSchema),
  activatedOn: z.optional(civilDateSchema),
  installedOn: z.optional(civilDateSchema),
  initialYears: positiveSchema,
  onSiteTraining: z.boolean(),
  coverStarts: z.optional(civilDateSchema),
  coverEnds: z.optional(civilDateSchema),
  termNumber: positiveSchema,
  registeredOn: civilDateSchema,
});

/** A period of cover, both days included. */
export const termSchema = z.strictObject({
  /** Counts the terms of the unbroken chain. */
  number: positiveSchema,
  /** Months of the unbroken chain that have passed when the term ends: they decide falling rates (docs/rules.md §3.3). */
  chainMonths: positiveSchema,
  /** Per cent of list price a year, where that is not the rate of its number. */
  rate: optionalNumberSchema,
  starts: civilDateSchema,
  ends: civilDateSchema,
  /** The chain of terms counts its months from here, so that a month's end does not drift. */
  anchor: civilDateSchema,
  /** Months of the chain that are reached when this term ends. */
  months: countSchema,
  /** The keys of the reminders that went out or were skipped. */
  reminded: z.array(textSchema),
  /** Whether the automatic quote of this term went out. */
  quoted: z.boolean(),
  /** The prices that a renewal notice has named for the next term, where one went out. */
  announced: z.optional(announcedPriceSchema),
});

/** A term's charge that is to be invoiced on or after a day. */
export const chargeSchema = z.strictObject({
  kind: z.enum(['initial', 'renewal']),
  termNumber: positiveSchema,
  /** The term's own months; unset for a part of a term, which is charged by days (docs/rules.md §4.2). */
  months: z.optional(positiveSchema),
  /** The months of the unbroken chain when the term ends. */
  chainMonths: positiveSchema,
  from: civilDateSchema,
  to: civilDateSchema,
  invoiceOn: civilDateSchema,
  /** The list price of what was in use when the term started, where it costs a share of that. */
  list: z.optional(moneySchema),
  /** How much of a whole term it is, where the licence was aligned. */
  part: z.optional(partSchema),
  /** The prices that were announced for it. */
  announced: z.optional(announcedPriceSchema),
});

export const quoteSchema = z.strictObject({
  quoteId: textSchema,
  kind: z.enum(['renewal', 'reinstatement']),
  issuedOn: civilDateSchema,
  /** The last day on which it can be accepted. */
  validUntil: civilDateSchema,
  options: z.array(optionSchema).check(z.minLength(1)),
});

/** An open invoice. */
export const invoiceSchema = z.strictObject({
  invoiceId: textSchema,
  issuedOn: civilDateSchema,
  /** The last day for payment. */
  payBy: civilDateSchema,
  price: priceSchema,
  /** The customer's purchase order that it names. */
  purchaseOrder: z.optional(purchaseOrderSchema),
  purpose: z.union([
    /** The charge of a term that runs already. */
    z.strictObject({ kind: z.enum(['initial', 'renewal']), order: z.literal(false), charge: chargeSchema }),
    /** Emergency support that was sold: payable, but cover does not depend on it. */
    z.strictObject({ kind: z.literal('support'), order: z.literal(false), ticketId: textSchema }),
    /** An accepted quote: paying it starts the next term. */
    z.strictObject({
      kind: z.enum(['renewal', 'reinstatement']),
      order: z.literal(true),
      years: positiveSchema,
      /** The day of the year that its term ends on, where the licence was aligned. */
      alignTo: z.optional(monthDaySchema),
      /** The last day on which a payment can still start the term; unset where payBy alone rules. */
      lastDay: z.optional(civilDateSchema),
    }),
    /** A change of the licence: paying it makes it so. */
    z.strictObject({
      kind: z.literal('expansion'),
      order: z.literal(true),
      change: changeSchema,
      /** The last day that its price is calculated to, if any: after it, the order cannot be paid. */
      lastDay: z.optional(civilDateSchema),
    }),
  ]),
  reminded: z.array(textSchema),
  /** What credit notes took off it while it was open, gross. */
  credited: z.optional(moneySchema),
  /**
   * Set where what it is for has happened already: it was paid before. It is owed like the charge of a running term, and
   * paying it again starts nothing.
   */
  fulfilled: z.optional(
    z.strictObject({
      /** The last day that cover is paid for once it is paid, where it pays for cover. */
      paidThrough: z.optional(civilDateSchema),
    }),
  ),
});

export const activeStandingSchema = z.strictObject({
  status: z.literal('active'),
  term: termSchema,
  /** The first day of unbroken cover; may lie before the first term (docs/rules.md §9.3). */
  coveredSince: civilDateSchema,
  /** Set where renewal is cancelled: the day on which cover ends. */
  cancelledTo: z.optional(civilDateSchema),
});

/** Where a licence's maintenance stands. */
const standingSchema = z.discriminatedUnion('status', [
  /** Waits for its installation or activation. */
  z.strictObject({ status: z.literal('pending') }),
  activeStandingSchema,
  /** A subscription: covered until it is deactivated. */
  z.strictObject({ status: z.literal('subscribed') }),
  z.strictObject({
    status: z.literal('lapsed'),
    lapsedOn: civilDateSchema,
    reason: z.enum(['unpaid', 'cancelled', 'not-renewed']),
    lastTerm: termSchema,
  }),
  z.strictObject({ status: z.literal('deactivated'), deactivatedOn: civilDateSchema }),
  /** Registered by mistake, and removed. */
  z.strictObject({ status: z.literal('removed'), removedOn: civilDateSchema }),
]);

export const licenceSchema = z.strictObject({
  facts: factsSchema,
  /** The day of its last event: nothing happens to it before that day any more. */
  lastEventOn: civilDateSchema,
  standing: standingSchema,
  /** Received and not yet used. */
  credit: moneySchema,
  /** Open invoices, oldest first. */
  invoices: z.array(invoiceSchema),
  quote: z.optional(quoteSchema),
  changeQuote: z.optional(changeQuoteSchema),
  /** Charges that are not yet invoiced, oldest first. */
  charges: z.array(chargeSchema),
  /** The last day that cover was paid for; unset before the first term. */
  paidThrough: z.optional(civilDateSchema),
  /** Periods before that day whose invoices a lapse voided, as later ones were paid by their numbers. */
  unpaidBefore: z.optional(z.array(z.strictObject({ from: civilDateSchema, to: civilDateSchema }))),
  /** The list price of the initial installation, until a change of edition has credited it. */
  initialInstallation: moneySchema,
  /** How many quotes and invoices there have been: names the next. */
  quotesIssued: countSchema,
  invoicesIssued: countSchema,
  /** How many payments, credit notes and refunds there have been: names the next. */
  paymentsRecorded: z._default(countSchema, 0),
  creditNotesIssued: z._default(countSchema, 0),
  refundsRecorded: z._default(countSchema, 0),
  /** The last hold: through its last day nobody is reminded to pay, and nothing is voided or lapses as unpaid. */
  hold: z.optional(z.strictObject({ until: civilDateSchema })),
  /** Open support tickets, oldest first, and how many there have been: names the next. */
  tickets: z.array(ticketSchema),
  ticketsOpened: countSchema,
  announcements: announcementsSchema,
  correspondence: correspondenceSchema,
  /** The day of the year that the next term is to end on, until that term starts. */
  alignTo: z.optional(monthDaySchema),
  /** When the personal data of its customer were erased; unset again once it is another customer's. */
  erasedOn: z.optional(civilDateSchema),
  /** When maintenance was reinstated last: from then on its terms do not follow from the facts. */
  reinstatedOn: z.optional(civilDateSchema),
  /** The invoices of terms since the registration, and what of each is not credited. */
  charged: z.optional(z.array(z.strictObject({ invoiceId: textSchema, left: moneySchema }))),
  /** Set while nothing was ever issued or mailed. */
  untouched: z.optional(z.literal(true)),
});

export type Facts = z.infer<typeof factsSchema>;
export type Term = z.infer<typeof termSchema>;
export type Charge = z.infer<typeof chargeSchema>;
export type Quote = z.infer<typeof quoteSchema>;
export type Invoice = z.infer<typeof invoiceSchema>;
/** An order for a term. */
export type Order = Invoice & {
  readonly purpose: Extract<Invoice['purpose'], { kind: 'renewal' | 'reinstatement'; order: true }>;
};
export type Licence = z.infer<typeof licenceSchema>;
export type LapsedStanding = Extract<Licence['standing'], { status: 'lapsed' }>;
export type ActiveStanding = Extract<Licence['standing'], { status: 'active' }>;

/** Where a licence stands when it enters the book, before its first term. */
export function standingAtEntry({ model }: Facts): Licence['standing'] {
  return { status: model === 'subscription' ? 'subscribed' : 'pending' };
}

/** Throws where the licence has no running term. */
export function activeStanding({ standing, facts }: Licence): ActiveStanding {
  if (standing.status === 'active') return standing;
  throw new Error(`licence ${facts.licenceId} has no running term: it is ${standing.status}`);
}

/** The open order for a term: an accepted quote's invoice that is not yet paid. There is at most one. */
export function openOrder(licence: Licence): Order | undefined {
  return licence.invoices.find(isTermOrder);
}

/** The charge of a running term that an invoice is for: unpaid, cover lapses. Undefined where it is for something else. */
export function chargeOf({ purpose }: Pick<Invoice, 'purpose'>): Charge | undefined {
  return 'charge' in purpose ? purpose.charge : undefined;
}

export function isTermOrder(invoice: Invoice): invoice is Order {
  const { purpose, fulfilled } = invoice;
  return purpose.order && fulfilled === undefined && purpose.kind !== 'expansion';
}
