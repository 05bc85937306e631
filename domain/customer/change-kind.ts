import { type Chronicle, tell } from '../licence/journal-draft.ts';
import type { Facts } from '../licence/licence.ts';
import { type Answer, refuse } from '../licence/answer.ts';

export interface ChangeCustomer extends Pick<Facts, 'customerKind' | 'country'> {
  readonly activity: 'change-customer';
}

/** Copies what the vendor's customer data now say of the licence's customer. */
export function changeCustomer(so: Chronicle, { customerKind, country }: ChangeCustomer): Answer {
  const before = so.licence.facts;
  if (customerKind === before.customerKind && country === before.country)
    return refuse(so, `the customer is ${customerKind} in ${country} already`);
  const because = `the customer was ${before.customerKind} in ${before.country}`;
  return tell(so, { type: 'CustomerChanged', customerKind, country, because });
}
