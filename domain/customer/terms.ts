import * as z from 'zod/mini';
import { purchaseOrderSchema } from './order-words.ts';
import type { Customer } from './customer.ts';
import { customerKinds } from './kinds.ts';
import { optionalFlagSchema, optionalNumberSchema, textSchema } from '../values/plain.ts';

/**
 * What a licence has of its customer's data: what decides tax, benefits, discounts and orders, as of now. Names,
 * addresses and the VAT id itself are the customer's alone.
 */
export const customerTermsSchema = z.strictObject({
  country: textSchema,
  customerKind: z.enum(customerKinds),
  hasVatId: optionalFlagSchema,
  isTaxExempt: optionalFlagSchema,
  /** Per cent off the net of each quote's option and each invoice; two decimals at most. */
  discountPercent: optionalNumberSchema,
  /** Whether a quote is accepted with a purchase order's number only. */
  poRequired: optionalFlagSchema,
  /** The standing purchase order: it stands on what has none of its own. */
  poNumber: z.optional(purchaseOrderSchema),
  /** Whether quotes, invoices and reminders of one run are put together. */
  together: optionalFlagSchema,
});

export type CustomerTerms = z.infer<typeof customerTermsSchema>;

/** What licences have of a customer. What says nothing is left out, so that the same data give the same terms. */
export function customerTermsOf(customer: Customer): CustomerTerms {
  const { country, kind: customerKind, discountPercent = 0, poNumber } = customer;
  return {
    country,
    customerKind,
    ...(customer.vatId === undefined ? {} : { hasVatId: true }),
    ...(customer.taxExemption === undefined ? {} : { isTaxExempt: true }),
    ...(discountPercent === 0 ? {} : { discountPercent }),
    ...(customer.poRequired === true ? { poRequired: true } : {}),
    ...(poNumber === undefined ? {} : { poNumber }),
    ...(customer.together === true ? { together: true } : {}),
  };
}

/** The same of a licence's facts. */
export function termsIn(facts: CustomerTerms): CustomerTerms {
  const { country, customerKind, hasVatId, isTaxExempt, discountPercent, poRequired, poNumber, together } =
    facts;
  return {
    country,
    customerKind,
    hasVatId,
    isTaxExempt,
    discountPercent,
    poRequired,
    poNumber,
    together,
  };
}

export function isSameTerms(one: CustomerTerms, other: CustomerTerms): boolean {
  return JSON.stringify(termsIn(one)) === JSON.stringify(termsIn(other));
}
