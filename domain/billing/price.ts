import * as z from 'zod/mini';
import { civilDateSchema } from '../calendar.ts';
import { moneySchema } from './money.ts';
import { monthDaySchema } from '../time/month-day.ts';
import { partSchema } from './part.ts';
import { untaxedSchema } from './tax-terms.ts';
import { countSchema, positiveSchema } from '../values/whole.ts';
import { numberSchema, optionalNumberSchema, textSchema } from '../values/plain.ts';

/** How long a line's term is: in years, or in months where it is no whole number of years; and how much of it counts. */
const length = {
  years: z.optional(positiveSchema),
  months: z.optional(positiveSchema),
  part: z.optional(partSchema),
};

/** One line of a quote or invoice before tax: what the net amount was calculated from. */
const lineSchema = z.discriminatedUnion('basis', [
  /** `perYear` × `years`, or × `months` ÷ 12. */
  z.strictObject({
    basis: z.literal('flat'),
    product: textSchema,
    perYear: moneySchema,
    ...length,
    net: moneySchema,
  }),
  /** `perYear` × the days from `from` to `to` ÷ the days of that calendar year. */
  z.strictObject({
    basis: z.literal('by-days'),
    product: textSchema,
    perYear: moneySchema,
    from: civilDateSchema,
    to: civilDateSchema,
    days: positiveSchema,
    ofDays: positiveSchema,
    net: moneySchema,
  }),
  /** `list` × `rate` % × `years`, or × `months` ÷ 12, less `discount` %. */
  z.strictObject({
    basis: z.literal('share-of-list'),
    list: moneySchema,
    rate: numberSchema,
    ...length,
    discount: numberSchema,
    net: moneySchema,
  }),
  /** `list` × `rate` % × the days from `from` to `to` ÷ the days of that calendar year. */
  z.strictObject({
    basis: z.literal('share-by-days'),
    list: moneySchema,
    rate: numberSchema,
    from: civilDateSchema,
    to: civilDateSchema,
    days: positiveSchema,
    ofDays: positiveSchema,
    net: moneySchema,
  }),
  /** A product or an edition at its list price, or free: then `net` is nothing. */
  z.strictObject({ basis: z.literal('list'), item: textSchema, list: moneySchema, net: moneySchema }),
  /** The initial installation, taken off: `net` is negative. */
  z.strictObject({ basis: z.literal('credit'), net: moneySchema }),
  /** `perHour` × `hours`, which have two decimals at most. */
  z.strictObject({ basis: z.literal('labour'), hours: numberSchema, perHour: moneySchema, net: moneySchema }),
  /** Emergency support for a ticket, at the plan's price. */
  z.strictObject({ basis: z.literal('support'), ticketId: textSchema, net: moneySchema }),
  /** Hardware as it was quoted. */
  z.strictObject({ basis: z.literal('hardware'), net: moneySchema }),
  /** What `percent` a year, compounded over so many `years` of the chain, add to the lines before it. */
  z.strictObject({
    basis: z.literal('uplift'),
    percent: numberSchema,
    years: positiveSchema,
    net: moneySchema,
  }),
  /** A fee for reinstatement so many days after cover ended: fixed, or `percent` of what the gap would have cost. */
  z.strictObject({
    basis: z.literal('reinstatement-fee'),
    days: countSchema,
    percent: optionalNumberSchema,
    net: moneySchema,
  }),
  /** The customer's discount on all lines before it: `net` is negative. */
  z.strictObject({ basis: z.literal('discount'), percent: numberSchema, net: moneySchema }),
]);

export const priceSchema = z.strictObject({
  lines: z.array(lineSchema).check(z.minLength(1)),
  net: moneySchema,
  taxPercent: numberSchema,
  tax: moneySchema,
  /** Gross. */
  total: moneySchema,
  /** Why there is no tax, where that needs a note. */
  untaxed: z.optional(untaxedSchema),
});

export const optionSchema = z.extend(priceSchema, {
  years: positiveSchema,
  /** The day of the year that its term ends on, where the licence was aligned. */
  alignTo: z.optional(monthDaySchema),
});

export type Line = z.infer<typeof lineSchema>;
export type Price = z.infer<typeof priceSchema>;
