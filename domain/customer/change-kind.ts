import { type JournalDraft, record } from '../licence/journal-draft.ts';
import type { Facts } from '../licence/licence.ts';
import { type Answer, refuse } from '../licence/answer.ts';

export interface ChangeCustomer extends Pick<Facts, 'customerKind' | 'country' | 'hasVatId' | 'isTaxExempt'> {
  readonly activity: 'change-customer';
}

/** Copies what the vendor's customer data now say of the licence's customer. */
export function changeCustomer(draft: JournalDraft, changed: ChangeCustomer): Answer {
  const now = inWords(changed);
  const before = inWords(draft.licence.facts);
  if (now === before) return refuse(draft, `the customer is ${now} already`);
  const { customerKind, country, hasVatId, isTaxExempt } = changed;
  const because = `the customer was ${before}`;
  return record(draft, { type: 'CustomerChanged', customerKind, country, hasVatId, isTaxExempt, because });
}

/** What the licence has of its customer, without what identifies it. */
function inWords({ customerKind, country, hasVatId, isTaxExempt }: Omit<ChangeCustomer, 'activity'>): string {
  const vat = hasVatId === true ? ' with a VAT id' : '';
  return `${customerKind} in ${country}${vat}${isTaxExempt === true ? ', exempt from tax' : ''}`;
}
