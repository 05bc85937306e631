import * as z from 'zod';
import { civilDateSchema } from '../calendar.ts';
import { idSchema } from '../text/id.ts';
import { linesSchema } from '../text/line.ts';
import { countrySchema, localeSchema } from './country.ts';
import { emailAddressSchema } from './email-address.ts';

/** `hosted`: uses the software as a service of the vendor's. */
export const customerKinds = ['end-user', 'reseller', 'msp', 'hosted'] as const;

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
  /** Addresses of its own that have sent mail back for good, and since when; none of a book. */
  undeliverable: z.array(z.strictObject({ address: z.string(), on: civilDateSchema })).optional(),
  /** Of a partner: since when it wants no copies of its customers' mails; none of a book. */
  copiesStoppedOn: civilDateSchema.optional(),
});

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
});

export type Customer = z.infer<typeof storedCustomerSchema>;
