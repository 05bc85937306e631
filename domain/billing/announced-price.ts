import * as z from 'zod';

/** The prices of a plan that a renewal notice has named: they hold for that renewal, whatever the plan says later. */
export const announcedPriceSchema = z.discriminatedUnion('kind', [
  /** The price a year of the product, in minor units. */
  z.strictObject({
    kind: z.literal('flat'),
    product: z.string(),
    perYear: z.int().positive(),
    uplift: upliftSchema(),
  }),
  z.strictObject({
    kind: z.literal('share-of-list'),
    ratesByTerm: z.array(z.number()).min(1),
    uplift: upliftSchema(),
  }),
]);

function upliftSchema() {
  return z.strictObject({ percent: z.number(), most: z.number().optional() }).optional();
}

export type AnnouncedPrice = z.infer<typeof announcedPriceSchema>;
