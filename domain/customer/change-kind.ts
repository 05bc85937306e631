import { type JournalDraft, record } from '../licence/journal-draft.ts';
import { type Answer, refuse } from '../licence/answer.ts';
import { type CustomerTerms, isSameTerms, termsIn } from './terms.ts';

export interface ChangeCustomer extends CustomerTerms {
  readonly activity: 'change-customer';
}

/** Copies what the vendor's customer data now say of the licence's customer. */
export function changeCustomer(draft: JournalDraft, changed: ChangeCustomer): Answer {
  const now = inWords(changed);
  const before = inWords(draft.licence.facts);
  if (isSameTerms(changed, draft.licence.facts)) return refuse(draft, `the customer is ${now} already`);
  return record(draft, {
    type: 'CustomerChanged',
    ...termsIn(changed),
    because: `the customer was ${before}`,
  });
}

/** What the licence has of its customer, without what identifies it. */
function inWords(terms: CustomerTerms): string {
  const { customerKind, country, discountPercent } = terms;
  const vat = terms.hasVatId === true ? ' with a VAT id' : '';
  return [
    `${customerKind} in ${country}${vat}`,
    ...(terms.isTaxExempt === true ? ['exempt from tax'] : []),
    ...(discountPercent === undefined ? [] : [`with a discount of ${discountPercent}%`]),
    ...(terms.poRequired === true ? ['orders by purchase order'] : []),
    ...(terms.poNumber === undefined ? [] : [`under purchase order ${terms.poNumber}`]),
    ...(terms.together === true ? ['together'] : []),
  ].join(', ');
}
