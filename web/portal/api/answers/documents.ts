import * as z from 'zod';
import { changeSchema } from '../../../../domain/changes/change.ts';
import {
  boughtSchema,
  branding,
  coverSchema,
  daySchema,
  inLanguages,
  invoiceState,
  money,
  named,
  price,
  quoteState,
  rightsSchema,
} from './common.ts';

const row = {
  number: z.string(),
  issuedOn: daySchema,
  customerId: z.string(),
  licenceIds: z.array(z.string()),
  product: z.string(),
};

export const rowSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...row,
    kind: z.literal('quote'),
    state: quoteState,
    validUntil: daySchema,
    total: money,
  }),
  z.strictObject({
    ...row,
    kind: z.literal('invoice'),
    state: invoiceState,
    payBy: daySchema,
    total: money,
    toPay: money,
  }),
  z.strictObject({ ...row, kind: z.literal('creditNote'), total: money, ofInvoice: z.string().optional() }),
]);

export const documentsAnswer = z.strictObject({
  customer: named,
  documents: z.array(rowSchema),
  next: z.string().optional(),
  branding: branding.optional(),
});

const option = z.strictObject({ years: z.int(), cover: coverSchema.optional(), price });

export const quoteAnswer = z.strictObject({
  number: z.string(),
  kind: z.enum(['renewal', 'reinstatement', 'change']),
  issuedOn: daySchema,
  validUntil: daySchema,
  withdrawnAfter: daySchema.optional(),
  state: quoteState,
  closedOn: daySchema.optional(),
  customer: named,
  lines: z.array(
    z.strictObject({
      licenceId: z.string(),
      product: z.string(),
      edition: z.string(),
      state: quoteState,
      options: z.array(option),
      accepted: z
        .strictObject({
          on: daySchema,
          years: z.int(),
          po: z.string().optional(),
          by: z.string().optional(),
          invoice: z.string().optional(),
        })
        .optional(),
    }),
  ),
  options: z.array(option),
  change: z
    .strictObject({ change: changeSchema, needsNewLicence: z.boolean(), note: inLanguages.optional() })
    .optional(),
  purchaseOrder: z.strictObject({ isRequired: z.boolean(), standing: z.string().optional() }),
  payableDays: z.int(),
  mayAccept: z.boolean(),
  mayDecline: z.boolean(),
  rights: rightsSchema,
  branding,
});

export const invoiceAnswer = z.strictObject({
  number: z.string(),
  kind: z.enum(['initial', 'renewal', 'reinstatement', 'expansion', 'support']),
  issuedOn: daySchema,
  payBy: daySchema,
  customer: named,
  lines: z.array(
    z.strictObject({
      licenceId: z.string(),
      product: z.string(),
      edition: z.string(),
      buys: boughtSchema,
      price,
      state: invoiceState,
      toPay: money,
      payBy: daySchema,
    }),
  ),
  price,
  state: invoiceState,
  paidOn: daySchema.optional(),
  credited: money,
  credit: money,
  toPay: money,
  lapses: z.boolean(),
  purchaseOrder: z.string().optional(),
  reissues: z.string().optional(),
  hasXml: z.boolean(),
  creditNotes: z.array(z.string()),
  howToPay: z
    .strictObject({
      lines: z.array(z.strictObject({ label: inLanguages, value: z.string(), is: z.string().optional() })),
      reference: z.string(),
      amount: money,
      epc: z.string().optional(),
      link: z.string().optional(),
    })
    .optional(),
  rights: rightsSchema,
  branding,
});

export const creditNoteAnswer = z.strictObject({
  number: z.string(),
  issuedOn: daySchema,
  customer: named,
  licenceId: z.string(),
  product: z.string(),
  ofInvoice: z.string().optional(),
  net: money,
  taxPercent: z.number(),
  tax: money,
  total: money,
  becomes: z.enum(['less-to-pay', 'credit']),
  reason: z.string(),
  rights: rightsSchema,
  branding,
});

export const paymentsAnswer = z.strictObject({
  customer: named,
  receipts: z.array(
    z.strictObject({
      paymentId: z.string(),
      on: daySchema,
      received: daySchema,
      amount: money,
      licenceIds: z.array(z.string()),
      paid: z.array(z.strictObject({ number: z.string(), total: money })),
      reversedOn: daySchema.optional(),
    }),
  ),
  credit: z.array(money),
  next: z.string().optional(),
  branding: branding.optional(),
});
