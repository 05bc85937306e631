import * as z from 'zod/mini';
import { givenMoneySchema } from '../billing/money.ts';
import { paymentIdSchema } from './payment-id.ts';
import { givenDateSchema } from '../calendar.ts';
import type { Event } from '../licence/events.ts';
import { idSchema } from '../text/id.ts';

/** Most characters that are kept of what a payer or a bank writes. */
export const longestText = 1000;

/** Text of others, kept as one line. */
const otherText = z.string().check(z.maxLength(longestText));

/** Money that has come in, as a bank or a payment system reports it. */
export const incomingPaymentSchema = z.strictObject({
  /** The bank's or the payment system's: by it a payment that is reported twice is recorded once. */
  paymentId: paymentIdSchema,
  amount: givenMoneySchema.check(
    z.refine(({ amount }) => amount > 0, { error: 'expected an amount above zero' }),
  ),
  /** The value date: the day on which the money arrived. */
  received: givenDateSchema,
  /** What the payer wrote. */
  text: otherText,
  /** Who paid, in the bank's words. */
  payer: z.optional(otherText),
  /** The payer's account, such as its IBAN. */
  account: z.optional(otherText),
});

export type IncomingPayment = z.infer<typeof incomingPaymentSchema>;

/** A part of a payment, and what it pays. */
export const allocationSchema = z.strictObject({
  /** The licence's id, or the printed number of a document that several licences share. */
  licenceId: idSchema,
  amount: incomingPaymentSchema.shape.amount,
  /** The id of the invoice that it pays; unset: the open invoices of the licence, oldest first. */
  invoiceId: z.optional(z.string().check(z.minLength(1), z.maxLength(300))),
});

export type Allocation = z.infer<typeof allocationSchema>;

/** Most licences and invoices that one payment pays. */
export const mostAllocations = 100;

const longestSuffix = `/${mostAllocations}`.length;

/** The longest id of a payment that can be divided. */
export const longestDividedId = 100 - longestSuffix;

/**
 * The id of the n-th part of a payment (from 1) in its licence's journal: the first has the payment's own. Parts must keep their
 * order, so that a payment that is recorded twice is found.
 */
export function partId(paymentId: string, part: number): string {
  return part === 1 ? paymentId : `${paymentId}/${part}`;
}

/** The ids under which a journal's payments can have come in: each part's own, and that without the number of the part. */
export function paymentIdsIn(journal: readonly Event[]): readonly string[] {
  const parts = journal.flatMap((event) =>
    event.type === 'PaymentRecorded' && event.paymentId !== undefined ? [event.paymentId] : [],
  );
  return [...new Set(parts.flatMap((part) => [part, part.replace(/\/\d{1,3}$/, '')]))];
}
