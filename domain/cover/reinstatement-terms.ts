import * as z from 'zod/mini';

const days = z.int().check(z.minimum(0), z.maximum(3650));
const percent = z.number().check(z.minimum(0), z.maximum(100), z.multipleOf(0.01));
const minorUnits = z.int().check(z.positive(), z.maximum(1_000_000_000_000));

/** What a plan may say by the days since cover ended. */
const byAge = {
  /** A fee from so many days on; the last that is reached is charged. */
  fees: z.optional(
    z.array(
      z.strictObject({
        fromDays: days,
        fee: z.union([
          z.strictObject({ fixed: minorUnits }),
          /** Per cent of what the days without cover would have cost. */
          z.strictObject({
            percentOfGap: z.number().check(z.minimum(0), z.maximum(1000), z.multipleOf(0.01)),
          }),
        ]),
      }),
    ),
  ),
  /** The last of these days on which reinstatement is quoted; unset: at any time. */
  quotedUntilDays: z.optional(days),
};

/** How a lapsed licence comes back to its plan. */
export const reinstatementSchema = z.discriminatedUnion('kind', [
  /** A new term at the price for the years chosen. */
  z.strictObject({
    kind: z.literal('new-term'),
    starts: z.enum(['payment-day', 'next-month', 'where-cover-ended']),
    /** A rate of its own, per cent of list a year; the term then counts as the first. */
    rate: z.nullable(percent),
    ...byAge,
  }),
  /** All charges since cover was last paid for, through the end of the current year. */
  z.strictObject({ kind: z.literal('back-charge'), ...byAge }),
]);
