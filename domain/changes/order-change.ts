import { type CivilDate, earlierOf } from '../calendar.ts';
import { type JournalDraft, record } from '../licence/journal-draft.ts';
import { nextInvoiceId } from '../quotes/offers.ts';
import type { Plan } from '../plan/plan.ts';
import { payByOfOrder } from '../billing/pay-by.ts';
import type { Price } from '../billing/price.ts';
import { settle } from '../payments/settle.ts';
import type { Change } from './change.ts';
import { applyChange } from './apply-change.ts';

/**
 * Invoices a change: paying it makes it so, and where there is nothing to pay, that is at once. A price that is
 * calculated to a `lastDay` can be paid until then at the latest.
 */
export function orderChange(
  plan: Plan,
  draft: JournalDraft,
  change: Change,
  price: Price,
  because: string,
  lastDay?: CivilDate,
): JournalDraft {
  if (price.total.amount === 0)
    return applyChange(plan, draft, change, `${because}; there is nothing to pay for it`, lastDay);
  const payBy = payByOfOrder(plan, draft.on);
  const ordered = record(draft, {
    type: 'InvoiceIssued',
    invoiceId: nextInvoiceId(draft.licence),
    kind: 'expansion',
    total: price.total,
    payBy: lastDay === undefined ? payBy : earlierOf(payBy, lastDay),
    price,
    purchaseOrder: draft.licence.facts.poNumber,
    purpose: { kind: 'expansion', order: true, change, lastDay },
    because,
  });
  return settle(plan, ordered);
}
