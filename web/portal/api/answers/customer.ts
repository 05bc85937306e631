import * as z from 'zod';
import { customerKinds } from '../../../../domain/customer/kinds.ts';
import { branding, daySchema, named } from './common.ts';

export const customerAnswer = z.strictObject({
  customerId: z.string(),
  name: z.string(),
  kind: z.enum(customerKinds),
  country: z.string(),
  email: z.string(),
  alsoEmail: z.array(z.string()),
  billingEmail: z.string().optional(),
  alsoBillingEmail: z.array(z.string()),
  address: z.array(z.string()),
  vatId: z.string().optional(),
  locale: z.string(),
  poNumber: z.string().optional(),
  buyerReference: z.string().optional(),
  together: z.boolean(),
  poRequired: z.boolean(),
  taxExemption: z.string().optional(),
  discountPercent: z.number(),
  eInvoice: z.string().optional(),
  partner: named.optional(),
  undeliverable: z.array(z.strictObject({ address: z.string(), on: daySchema })),
  mailedAt: z.strictObject({ technical: z.array(z.string()), billing: z.array(z.string()) }),
  version: z.string(),
  branding: branding.optional(),
});

export const mailsAnswer = z.strictObject({
  customer: named,
  licences: z.array(
    z.strictObject({
      licenceId: z.string(),
      product: z.string(),
      stoppedOn: daySchema.optional(),
      announcements: z.strictObject({ leftOn: daySchema.optional() }).optional(),
    }),
  ),
  copies: z.strictObject({ stoppedOn: daySchema.optional() }).optional(),
  next: z.string().optional(),
  branding: branding.optional(),
});

/** As `perennial customer export` prints it. */
export const exportAnswer = z.looseObject({ exportedAt: z.string() });
