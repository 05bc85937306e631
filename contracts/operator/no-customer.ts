import type { Customer } from '../../domain/customer/customer.ts';

/** What whoever names a customer that there is not gets to read. */
export function noCustomer(customerId: string): string {
  return `There is no customer ${customerId}. \`npx perennial customer list\` lists the ids; \`npx perennial import\` adds customers.`;
}

/** What whoever wants to change an erased customer gets to read. */
export function wasErased({ customerId, erasedOn }: Pick<Customer, 'customerId' | 'erasedOn'>): string {
  return `The data of customer ${customerId} were erased on ${erasedOn ?? 'an earlier day'}. Use another id for a customer who comes back.`;
}

/** What whoever brings data of a merged customer gets to read. */
export function mergedAway(customerId: string, into: string): string {
  return `Customer ${customerId} was merged into ${into}. Change ${into} instead.`;
}
