import * as z from 'zod/mini';
import { businessCalendarSchema } from './business-hours.ts';
import { filledSchema } from '../values/filled.ts';
import { positiveSchema } from '../values/whole.ts';

const benefitKey = filledSchema;

/** How a vendor handles support. Benefits are those of the plan, by their keys. */
export const supportSchema = z.strictObject({
  /** Decides whether a ticket is free, charged or declined. */
  benefit: benefitKey,
  /** What a customer whose ticket is declined still has; null if nothing. */
  otherwise: z.nullable(benefitKey),
  /** When the first response is due; null where the vendor promises no time. */
  response: z.nullable(
    z.strictObject({ withinBusinessHours: positiveSchema, calendar: businessCalendarSchema }),
  ),
  /** Support that is sold by the ticket, by day and by night; null where there is none. */
  emergency: z.nullable(
    z.strictObject({
      /** Decides who can buy it. */
      benefit: benefitKey,
      /** Net, in minor units of the plan's currency. */
      price: z.int().check(z.positive(), z.maximum(1_000_000_000_000)),
      respondWithinHours: positiveSchema,
      refundable: z.boolean(),
    }),
  ),
  /** Who gets hotfixes, which are for the latest version only; null where the vendor says nothing of them. */
  hotfixes: z.nullable(benefitKey),
  /** By an agreement of its own for each ticket; null where nobody works on a customer's system from afar. */
  remoteAccess: z.nullable(z.literal('by-ticket')),
});

export type Support = z.infer<typeof supportSchema>;

/** The benefits that decide about support. */
export function benefitsOfSupport({ benefit, otherwise, emergency, hotfixes }: Support): readonly string[] {
  return [benefit, otherwise, emergency?.benefit, hotfixes].filter((key) => typeof key === 'string');
}
