/** The page of a customer. */
export function customerPath(customerId: string): string {
  return `/customers/${encodeURIComponent(customerId)}`;
}
