import * as z from 'zod/mini';
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
  z.strictObject({ ...row, kind: z.literal('creditNote'), total: money, ofInvoice: z.optional(z.string()) }),
]);

export const documentsAnswer = z.strictObject({
  customer: named,
  documents: z.array(rowSchema),
  next: z.optional(z.string()),
  branding: z.optional(branding),
});

const option = z.strictObject({ years: z.int(), cover: z.optional(coverSchema), price });

export const quoteAnswer = z.strictObject({
  number: z.string(),
  kind: z.enum(['renewal', 'reinstatement', 'change']),
  issuedOn: daySchema,
  validUntil: daySchema,
  withdrawnAfter: z.optional(daySchema),
  state: quoteState,
  closedOn: z.optional(daySchema),
  customer: named,
  lines: z.array(
    z.strictObject({
      licenceId: z.string(),
      product: z.string(),
      edition: z.string(),
      state: quoteState,
      options: z.array(option),
      accepted: z.optional(
        z.strictObject({
          on: daySchema,
          years: z.int(),
          po: z.optional(z.string()),
          by: z.optional(z.string()),
          invoice: z.optional(z.string()),
        }),
      ),
    }),
  ),
  options: z.array(option),
  change: z.optional(
    z.strictObject({ change: changeSchema, needsNewLicence: z.boolean(), note: z.optional(inLanguages) }),
  ),
  purchaseOrder: z.strictObject({ isRequired: z.boolean(), standing: z.optional(z.string()) }),
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
  paidOn: z.optional(daySchema),
  credited: money,
  credit: money,
  toPay: money,
  lapses: z.boolean(),
  purchaseOrder: z.optional(z.string()),
  reissues: z.optional(z.string()),
  hasXml: z.boolean(),
  creditNotes: z.array(z.string()),
  howToPay: z.optional(
    z.strictObject({
      lines: z.array(z.strictObject({ label: inLanguages, value: z.string(), is: z.optional(z.string()) })),
      reference: z.string(),
      amount: money,
      epc: z.optional(z.string()),
      link: z.optional(z.string()),
    }),
  ),
  rights: rightsSchema,
  branding,
});

export const creditNoteAnswer = z.strictObject({
  number: z.string(),
  issuedOn: daySchema,
  customer: named,
  licenceId: z.string(),
  product: z.string(),
  ofInvoice: z.optional(z.string()),
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
      reversedOn: z.optional(daySchema),
    }),
  ),
  credit: z.array(money),
  next: z.optional(z.string()),
  branding: z.optional(branding),
});
