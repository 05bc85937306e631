import * as z from 'zod/mini';
import { ibanSchema, withoutSpaces } from '../billing/iban.ts';
import { emailAddressSchema } from '../customer/email-address.ts';
import { brandingSchema } from './branding.ts';
import { inLanguagesSchema } from './language.ts';
import { filledSchema } from '../values/filled.ts';

const factSchema = z.strictObject({ label: inLanguagesSchema, value: filledSchema });

/** A line of how to pay. What says what it `is` also goes into payment codes and e-invoices. */
const paymentSchema = z.union([
  z.extend(factSchema, { is: z.optional(z.literal('account-holder')) }),
  z.extend(factSchema, { is: z.literal('iban'), value: ibanSchema }),
  z.extend(factSchema, {
    is: z.literal('bic'),
    value: z.string().check(
      z.refine((text) => /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(withoutSpaces(text)), {
        error: 'a BIC of 8 or 11 characters such as COBADEFFXXX',
      }),
    ),
  }),
]);

/** An address on the web, over TLS, that at least names the invoice. */
const paymentLinkSchema = z.string().check(
  z.maxLength(500),
  z.refine(
    (link) => /^https:\/\/[^/{}\s]+\/[^\s]*$/.test(link) && !/\{(?!(number|amount|currency)\})/.test(link),
    {
      error: 'expected an https address with {number}, {amount} or {currency} as its only placeholders',
    },
  ),
  z.refine((link) => link.includes('{number}'), { error: 'a payment link names the invoice: use {number}' }),
);

/** Who sells the maintenance of a plan. */
export const vendorSchema = z.strictObject({
  name: z.string(),
  email: emailAddressSchema,
  website: z.url(),
  /** Its lines, as they stand on quotes and invoices, without the country. */
  address: z.array(filledSchema).check(z.minLength(1)),
  /** ISO 3166: documents name it in the language of their customer. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  /** What the tax of its country is called, such as VAT; null if it charges none. */
  taxName: z.nullable(inLanguagesSchema),
  /** Null if the vendor's country asks for none on invoices. */
  taxNumber: z.nullable(factSchema),
  /** What its country's law has on business letters, such as the commercial register and the directors. */
  register: z.optional(z.array(factSchema)),
  /** Where invoices are paid to. */
  payment: z.array(paymentSchema).check(z.minLength(1)),
  /** Where an invoice is paid on the web, with `{number}`, `{amount}` (1450.50) and `{currency}` for those of the invoice. */
  paymentLink: z.optional(paymentLinkSchema),
  branding: brandingSchema,
});
