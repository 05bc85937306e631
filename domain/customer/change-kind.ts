import { type JournalDraft, record } from '../licence/journal-draft.ts';
import type { Facts } from '../licence/licence.ts';
import { type Answer, refuse } from '../licence/answer.ts';

export interface ChangeCustomer extends Pick<Facts, 'customerKind' | 'country'> {
  readonly activity: 'change-customer';
}

/** Copies what the vendor's customer data now say of the licence's customer. */
export function changeCustomer(draft: JournalDraft, { customerKind, country }: ChangeCustomer): Answer {
  const before = draft.licence.facts;
  if (customerKind === before.customerKind && country === before.country)
    return refuse(draft, `the customer is ${customerKind} in ${country} already`);
  const because = `the customer was ${before.customerKind} in ${before.country}`;
  return record(draft, { type: 'CustomerChanged', customerKind, country, because });
}
