import * as z from 'zod/mini';
import { moneySchema } from '../billing/money.ts';
import { untaxedSchema } from '../billing/tax-terms.ts';
import { civilDateSchema } from '../calendar.ts';
import { changeQuoteSchema } from '../changes/change.ts';
import { event } from '../licence/event.ts';
import { activeStandingSchema, chargeSchema, invoiceSchema, quoteSchema } from '../licence/licence.ts';
import { linesSchema } from '../text/line.ts';
import { reasonSchema } from '../text/reason.ts';
import { sharedSchema } from '../licence/shared.ts';

export const receivableActivities = [
  'reverse-payment',
  'credit-invoice',
  'reissue-invoice',
  'refund',
  'hold',
  'release',
  'note',
] as const;

export const receivableEvents = () =>
  [
    /** The money had arrived in time: the licence is as if it had not lapsed (docs/rules.md §6.7). */
    event('LapseReversed', {
      standing: activeStandingSchema,
      /** The invoices that the lapse voided: they are open again under their numbers. */
      reopened: z.array(invoiceSchema),
      /** What else the lapse dropped. */
      charges: z.array(chargeSchema),
      quote: z.optional(quoteSchema),
      changeQuote: z.optional(changeQuoteSchema),
      /** With which licence's event it shares its mail. */
      shared: z.optional(sharedSchema),
    }),
    event('PaymentReversed', { paymentId: z.string(), amount: moneySchema, reason: reasonSchema }),
    /** An invoice that was paid is open again. */
    event('InvoiceReopened', {
      invoiceId: z.string(),
      payBy: civilDateSchema,
      /** As it is open again. */
      invoice: invoiceSchema,
      /** The last day that cover is paid for without it, where it pays for cover. */
      paidThrough: z.optional(civilDateSchema),
    }),
    event('CreditNoteIssued', {
      creditNoteId: z.string(),
      invoiceId: z.string(),
      net: moneySchema,
      taxPercent: z.number(),
      tax: moneySchema,
      /** Gross. */
      total: moneySchema,
      untaxed: z.optional(untaxedSchema),
      /** Whether less is to be paid of an open invoice, or the credit grows since it was paid. */
      becomes: z.enum(['less-to-pay', 'credit']),
      reason: reasonSchema,
    }),
    event('RefundRecorded', { refundId: z.string(), amount: moneySchema, reason: reasonSchema }),
    event('HoldPlaced', {
      until: civilDateSchema,
      /** The invoices that are open then. */
      invoices: z.array(z.string()),
      reason: reasonSchema,
    }),
    /** `until`: the day that the hold was placed to. */
    event('HoldReleased', { until: civilDateSchema }),
    event('NoteAdded', { note: linesSchema(2000) }),
  ] as const;

export type ReceivableEvent = z.infer<ReturnType<typeof receivableEvents>[number]>;
