import type { CustomerTerms } from '../customer/terms.ts';
import { lineSchema } from '../text/line.ts';

/** The number of a customer's purchase order, as it stands on the invoice. */
export const purchaseOrderSchema = lineSchema(60);

/** Who accepts a quote at the customer's: a name. */
export const acceptedBySchema = lineSchema(200);

/** Why a quote cannot be accepted without a purchase order; undefined where it can (docs/rules.md §5.11). */
export function whyNoPurchaseOrder(
  { facts }: { readonly facts: CustomerTerms },
  given: string | undefined,
): string | undefined {
  if (facts.poRequired !== true || (given ?? facts.poNumber) !== undefined) return undefined;
  return 'the customer orders by purchase order only: give its number';
}
