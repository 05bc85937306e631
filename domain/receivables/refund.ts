import { formatMoney, type Money } from '../billing/money.ts';
import { type Answer, refuse } from '../licence/answer.ts';
import { type JournalDraft, record } from '../licence/journal-draft.ts';

export interface Refund {
  readonly activity: 'refund';
  readonly amount: Money;
  readonly reason: string;
}

/** Pays credit out (docs/rules.md §4.18). */
export function refund(draft: JournalDraft, { amount, reason }: Refund): Answer {
  const { credit, facts, refundsRecorded } = draft.licence;
  if (amount.currency !== credit.currency)
    return refuse(draft, `the refund is in ${amount.currency}, and the credit is in ${credit.currency}`);
  if (amount.amount <= 0) return refuse(draft, `a refund of ${formatMoney(amount)} is not positive`);
  if (amount.amount > credit.amount)
    return refuse(draft, `the credit is ${formatMoney(credit)}: ${formatMoney(amount)} is more`);
  const refundId = `${facts.licenceId}-R${refundsRecorded + 1}`;
  const because = `the credit was ${formatMoney(credit)}`;
  return record(draft, { type: 'RefundRecorded', refundId, amount, reason, because });
}
