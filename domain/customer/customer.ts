import * as z from 'zod';
import { civilDateSchema } from '../calendar.ts';

/** `hosted`: uses the software as a service of the vendor's. */
export const customerKinds = ['end-user', 'reseller', 'msp', 'hosted'] as const;

export const customerSchema = z.strictObject({
  customerId: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(customerKinds),
  email: z.email(),
  billingEmail: z.email().optional(),
  /** ISO 3166, two letters. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** BCP 47, such as de-AT. */
  locale: z.string(),
  /** The reseller or provider who gets a copy of what asks for money or a decision. */
  partnerId: z.string().optional(),
  /** Addresses of its own that have sent mail back for good, and since when; none of a book. */
  undeliverable: z.array(z.strictObject({ address: z.string(), on: civilDateSchema })).optional(),
});

export type Customer = z.infer<typeof customerSchema>;
