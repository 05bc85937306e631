import type { CustomerTerms } from '../customer/terms.ts';

/** Why a quote cannot be accepted without a purchase order; undefined where it can (docs/rules.md §5.11). */
export function whyNoPurchaseOrder(
  { facts }: { readonly facts: CustomerTerms },
  given: string | undefined,
): string | undefined {
  if (facts.poRequired !== true || (given ?? facts.poNumber) !== undefined) return undefined;
  return 'the customer orders by purchase order only: give its number';
}
