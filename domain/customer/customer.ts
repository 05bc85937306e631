import * as z from 'zod/mini';
import { civilDateSchema } from '../calendar.ts';
import { purchaseOrderSchema } from './order-words.ts';
import { idSchema } from '../text/id.ts';
import { lineSchema, linesSchema } from '../text/line.ts';
import { countrySchema, localeSchema } from './country.ts';
import { eInvoiceFormSchema } from './e-invoice.ts';
import { emailAddressSchema } from './email-address.ts';
import { customerKinds } from './kinds.ts';

/** Most addresses of a role in addition to the first: SES takes 50 readers of one mail. */
const mostAddresses = 9;
const mostAddressLines = 8;

/** A customer as every door takes it: what is accepted here can be stored, read and mailed (docs/rules.md §15.3). */
export const customerSchema = z.strictObject({
  customerId: idSchema,
  name: linesSchema(200),
  kind: z.enum(customerKinds),
  email: emailAddressSchema,
  billingEmail: z.optional(emailAddressSchema),
  country: countrySchema,
  locale: localeSchema,
  /** The reseller or provider who gets a copy of what asks for money or a decision. */
  partnerId: z.optional(idSchema),
  /** Further readers of what goes to `email` and to `billingEmail`. */
  alsoEmail: z.optional(z.array(emailAddressSchema).check(z.maxLength(mostAddresses))),
  alsoBillingEmail: z.optional(z.array(emailAddressSchema).check(z.maxLength(mostAddresses))),
  /** The postal address, line by line. */
  address: z.optional(z.array(lineSchema(100)).check(z.maxLength(mostAddressLines))),
  vatId: z.optional(lineSchema(30)),
  /** Set where the customer is exempt from tax: why, as it stands on invoices. */
  taxExemption: z.optional(lineSchema(200)),
  /** Whether quotes are accepted with a purchase order's number only, and the one that stands for all. */
  poRequired: z.optional(z.boolean()),
  poNumber: z.optional(purchaseOrderSchema),
  /** Per cent off the net of each quote's option and each invoice. */
  discountPercent: z.optional(z.number().check(z.minimum(0), z.maximum(100), z.multipleOf(0.01))),
  /** Whether what one run does is put together: one quote, one invoice of each kind, one mail of each reminder. */
  together: z.optional(z.boolean()),
  /** The vendor's account manager, who gets a copy of quotes, lapses and cancellations. */
  accountManager: z.optional(emailAddressSchema),
  /** How it wants e-invoices, where not as the plan says. */
  eInvoice: z.optional(eInvoiceFormSchema),
  /** What e-invoices name for its accounts department, such as a German authority's Leitweg-ID. */
  buyerReference: z.optional(lineSchema(100)),
  /** Since when the account manager wants no copies about this customer; none of a book. */
  managerCopiesStoppedOn: z.optional(civilDateSchema),
  /** Addresses of its own that have sent mail back for good, and since when; none of a book. */
  undeliverable: z.optional(
    z.array(
      z.strictObject({
        address: z.string(),
        on: civilDateSchema,
        /** Set where its reader complained of a mail or unsubscribed, and others of the role read on. */
        complained: z.optional(z.literal(true)),
      }),
    ),
  ),
  /** Of a partner: since when it wants no copies of its customers' mails; none of a book. */
  copiesStoppedOn: z.optional(civilDateSchema),
});

/** What the vendor says of a customer, apart from reports of mail servers and wishes of readers. */
export const customerDataSchema = z.omit(customerSchema, {
  customerId: true,
  undeliverable: true,
  copiesStoppedOn: true,
  managerCopiesStoppedOn: true,
});

/** The names of what the vendor says of a customer. */
export const customerFields = z.keyof(customerDataSchema).options;

/**
 * A customer as it is stored, perhaps by an earlier version: it may have what no door accepts now, and more than this
 * version knows. Nobody is mailed at an address that SES cannot take.
 */
export const storedCustomerSchema = z.object({
  ...customerSchema.shape,
  customerId: z.string(),
  name: z.string(),
  email: z.string(),
  billingEmail: z.optional(z.string()),
  country: z.string(),
  locale: z.string(),
  partnerId: z.optional(z.string()),
  alsoEmail: z.optional(z.array(z.string())),
  alsoBillingEmail: z.optional(z.array(z.string())),
  accountManager: z.optional(z.string()),
  /** The customer that took this one's place (docs/rules.md §17.6). */
  mergedInto: z.optional(z.string()),
  /** Set where its personal data were erased. */
  erasedOn: z.optional(civilDateSchema),
});

export type Customer = z.infer<typeof storedCustomerSchema>;
