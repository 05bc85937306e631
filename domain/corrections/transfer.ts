import type { CustomerTerms } from '../customer/terms.ts';
import { type Answer, refuse } from '../licence/answer.ts';
import { type JournalDraft, record } from '../licence/journal-draft.ts';

export interface Transfer {
  readonly activity: 'transfer';
  /** The id of the new customer, and what the licence has of it from now on. */
  readonly to: string;
  readonly terms: CustomerTerms;
  readonly reason: string;
}

/**
 * Transfers a licence to another customer: price, term, cover and credit go on. An open quote is withdrawn without an
 * event, as at a lapse (docs/rules.md §17.3).
 */
export function transfer(draft: JournalDraft, { to, terms, reason }: Transfer): Answer {
  const { facts, invoices } = draft.licence;
  const from = facts.customerId;
  if (to === from) return refuse(draft, `the licence is ${to}'s already`);
  const [open] = invoices;
  if (open !== undefined) {
    const what = open.purpose.order ? 'order' : 'invoice';
    return refuse(draft, `${what} ${open.invoiceId} is open: it is to be paid or credited first`);
  }
  return record(draft, {
    type: 'LicenceTransferred',
    from,
    to,
    terms,
    reason,
    because: `the licence goes from ${from} to ${to}; its term and price go on`,
  });
}
