import * as z from 'zod';
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
  billingEmail: emailAddressSchema.optional(),
  country: countrySchema,
  locale: localeSchema,
  /** The reseller or provider who gets a copy of what asks for money or a decision. */
  partnerId: idSchema.optional(),
  /** Further readers of what goes to `email` and to `billingEmail`. */
  alsoEmail: z.array(emailAddressSchema).max(mostAddresses).optional(),
  alsoBillingEmail: z.array(emailAddressSchema).max(mostAddresses).optional(),
  /** The postal address, line by line. */
  address: z.array(lineSchema(100)).max(mostAddressLines).optional(),
  vatId: lineSchema(30).optional(),
  /** Set where the customer is exempt from tax: why, as it stands on invoices. */
  taxExemption: lineSchema(200).optional(),
  /** Whether quotes are accepted with a purchase order's number only, and the one that stands for all. */
  poRequired: z.boolean().optional(),
  poNumber: purchaseOrderSchema.optional(),
  /** Per cent off the net of each quote's option and each invoice. */
  discountPercent: z.number().min(0).max(100).multipleOf(0.01).optional(),
  /** Whether what one run does is put together: one quote, one invoice of each kind, one mail of each reminder. */
  together: z.boolean().optional(),
  /** The vendor's account manager, who gets a copy of quotes, lapses and cancellations. */
  accountManager: emailAddressSchema.optional(),
  /** How it wants e-invoices, where not as the plan says. */
  eInvoice: eInvoiceFormSchema.optional(),
  /** What e-invoices name for its accounts department, such as a German authority's Leitweg-ID. */
  buyerReference: lineSchema(100).optional(),
  /** Since when the account manager wants no copies about this customer; none of a book. */
  managerCopiesStoppedOn: civilDateSchema.optional(),
  /** Addresses of its own that have sent mail back for good, and since when; none of a book. */
  undeliverable: z
    .array(
      z.strictObject({
        address: z.string(),
        on: civilDateSchema,
        /** Set where its reader complained of a mail or unsubscribed, and others of the role read on. */
        complained: z.literal(true).optional(),
      }),
    )
    .optional(),
  /** Of a partner: since when it wants no copies of its customers' mails; none of a book. */
  copiesStoppedOn: civilDateSchema.optional(),
});

/** What the vendor says of a customer, apart from reports of mail servers and wishes of readers. */
export const customerDataSchema = customerSchema.omit({
  customerId: true,
  undeliverable: true,
  copiesStoppedOn: true,
  managerCopiesStoppedOn: true,
});

/** The names of what the vendor says of a customer. */
export const customerFields = customerDataSchema.keyof().options;

/**
 * A customer as it is stored, perhaps by an earlier version: it may have what no door accepts now, and more than this
 * version knows. Nobody is mailed at an address that SES cannot take.
 */
export const storedCustomerSchema = z.object({
  ...customerSchema.shape,
  customerId: z.string(),
  name: z.string(),
  email: z.string(),
  billingEmail: z.string().optional(),
  country: z.string(),
  locale: z.string(),
  partnerId: z.string().optional(),
  alsoEmail: z.array(z.string()).optional(),
  alsoBillingEmail: z.array(z.string()).optional(),
  accountManager: z.string().optional(),
  /** The customer that took this one's place (docs/rules.md §17.6). */
  mergedInto: z.string().optional(),
  /** Set where its personal data were erased. */
  erasedOn: civilDateSchema.optional(),
});

export type Customer = z.infer<typeof storedCustomerSchema>;
