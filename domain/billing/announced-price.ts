import * as z from 'zod/mini';
import { ratesOfContract } from '../old-contracts/named.ts';
import type { Plan } from '../plan/plan.ts';
import { upliftSchema } from './uplift.ts';
import { positiveSchema } from '../values/whole.ts';
import { numberSchema, textSchema } from '../values/plain.ts';

const uplift = z.optional(upliftSchema);

/** The prices of a plan that a renewal notice has named: they hold for that renewal, whatever the plan says later. */
export const announcedPriceSchema = z.discriminatedUnion('kind', [
  /** The price a year of the product, in minor units. */
  z.strictObject({
    kind: z.literal('flat'),
    product: textSchema,
    perYear: positiveSchema,
    uplift,
  }),
  z.strictObject({
    kind: z.literal('share-of-list'),
    ratesByTerm: z.array(numberSchema).check(z.minLength(1)),
    uplift,
  }),
]);

export type AnnouncedPrice = z.infer<typeof announcedPriceSchema>;

/** What of a licence decides its prices. */
interface Charged {
  readonly product: string;
  readonly contract?: string | undefined;
}

/** What a renewal notice of today announces; undefined where the plan has no price for the product. */
export function announcedPrice(plan: Plan, { product, contract }: Charged): AnnouncedPrice | undefined {
  const { price } = plan;
  if (price.kind === 'flat') {
    const perYear = price.perYear[product];
    return perYear === undefined ? undefined : { kind: 'flat', product, perYear, uplift: price.uplift };
  }
  const ratesByTerm = [...(ratesOfContract(plan, contract) ?? price.ratesByTerm)];
  return { kind: 'share-of-list', ratesByTerm, uplift: price.uplift };
}

/** A plan and a licence's facts as they are charged where prices were announced (docs/rules.md §3.10). */
export function atAnnounced<Facts extends Charged>(
  plan: Plan,
  facts: Facts,
  announced: AnnouncedPrice | undefined,
): { readonly plan: Plan; readonly facts: Facts } {
  if (announced === undefined || (announced.kind === 'flat' && announced.product !== facts.product))
    return { plan, facts };
  if (announced.kind === 'flat') {
    const perYear = { [announced.product]: announced.perYear };
    return { plan: { ...plan, price: { kind: 'flat', perYear, uplift: announced.uplift } }, facts };
  }
  const { ratesByTerm } = announced;
  const price = {
    kind: 'share-of-list' as const,
    ratesByTerm,
    discountByYears: {},
    uplift: announced.uplift,
  };
  return { plan: { ...plan, price }, facts: { ...facts, contract: undefined } };
}
