import * as z from 'zod/mini';
import { moneySchema } from '../../../../domain/billing/money.ts';
import { priceSchema } from '../../../../domain/billing/price.ts';
import { changeSchema } from '../../../../domain/changes/change.ts';

export const daySchema = z.iso.date();
export const instantText = z.string();
export const rightsSchema = z.enum(['own', 'as-partner']);
export const inLanguages = z.strictObject({ en: z.string(), de: z.string() });
export const named = z.strictObject({ customerId: z.string(), name: z.string() });
export const money = moneySchema;
export const price = z.looseObject(priceSchema.shape);

/** The vendor and how its page looks. */
export const branding = z.looseObject({
  name: z.string(),
  email: z.string(),
  website: z.string(),
});

export const coverSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('period'), from: daySchema, to: daySchema }),
  z.strictObject({ kind: z.literal('from-payment'), years: z.int() }),
  z.strictObject({ kind: z.literal('from-month-after-payment'), years: z.int() }),
  z.strictObject({ kind: z.literal('from-payment-until'), to: daySchema }),
]);

export const boughtSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cover'), cover: coverSchema, isOrder: z.boolean() }),
  z.strictObject({ kind: z.literal('change'), change: changeSchema }),
  z.strictObject({ kind: z.literal('support'), ticketId: z.string() }),
]);

export const quoteState = z.enum(['open', 'accepted', 'declined', 'expired', 'withdrawn']);
export const invoiceState = z.enum([
  'open',
  'partly-paid',
  'overdue',
  'paid',
  'void',
  'credited',
  'refunded',
]);
