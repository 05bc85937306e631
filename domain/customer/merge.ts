import { type JournalDraft, record } from '../licence/journal-draft.ts';
import type { CustomerTerms } from './terms.ts';

export interface MergeCustomer {
  readonly activity: 'merge-customer';
  /** The id of the customer that takes the place, and what the licence has of it. */
  readonly to: string;
  readonly terms: CustomerTerms;
}

export interface EraseCustomer {
  readonly activity: 'erase-customer';
}

/**
 * Has a licence go on under the customer that took the place of its own. It is the same customer under another id: open
 * quotes, orders and invoices stay, and nobody is mailed (docs/rules.md §17.6). Done twice, it does nothing.
 */
export function mergeCustomer(draft: JournalDraft, { to, terms }: MergeCustomer): JournalDraft {
  const from = draft.licence.facts.customerId;
  if (from === to) return draft;
  return record(draft, {
    type: 'CustomerMerged',
    from,
    to,
    terms,
    because: `customer ${from} was merged into ${to}`,
  });
}

/**
 * Records that the personal data of a licence's customer were erased. An open quote is withdrawn without an event, as at a
 * lapse (docs/rules.md §17.7). Done twice, it does nothing.
 */
export function eraseCustomer(draft: JournalDraft): JournalDraft {
  if (draft.licence.erasedOn !== undefined) return draft;
  return record(draft, { type: 'CustomerErased', because: 'the customer asked for it, and nothing is open' });
}
