import * as z from 'zod/mini';
import { customerKinds } from '../../../../domain/customer/kinds.ts';
import { branding, daySchema, named } from './common.ts';

export const customerAnswer = z.strictObject({
  customerId: z.string(),
  name: z.string(),
  kind: z.enum(customerKinds),
  country: z.string(),
  email: z.string(),
  alsoEmail: z.array(z.string()),
  billingEmail: z.optional(z.string()),
  alsoBillingEmail: z.array(z.string()),
  address: z.array(z.string()),
  vatId: z.optional(z.string()),
  locale: z.string(),
  poNumber: z.optional(z.string()),
  buyerReference: z.optional(z.string()),
  together: z.boolean(),
  poRequired: z.boolean(),
  taxExemption: z.optional(z.string()),
  discountPercent: z.number(),
  eInvoice: z.optional(z.string()),
  partner: z.optional(named),
  undeliverable: z.array(z.strictObject({ address: z.string(), on: daySchema })),
  mailedAt: z.strictObject({ technical: z.array(z.string()), billing: z.array(z.string()) }),
  version: z.string(),
  branding: z.optional(branding),
});

export const mailsAnswer = z.strictObject({
  customer: named,
  licences: z.array(
    z.strictObject({
      licenceId: z.string(),
      product: z.string(),
      stoppedOn: z.optional(daySchema),
      announcements: z.optional(z.strictObject({ leftOn: z.optional(daySchema) })),
    }),
  ),
  copies: z.optional(z.strictObject({ stoppedOn: z.optional(daySchema) })),
  next: z.optional(z.string()),
  branding: z.optional(branding),
});

/** As `perennial customer export` prints it. */
export const exportAnswer = z.looseObject({ exportedAt: z.string() });
