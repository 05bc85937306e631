import { nextInvoiceId } from '../quotes/offers.ts';
import { payByOfCharge, payByOfOrder } from '../billing/pay-by.ts';
import { priced } from '../billing/pricing.ts';
import { settle } from '../payments/settle.ts';
import { type CivilDate, earlierOf } from '../calendar.ts';
import { type Answer, refuse } from '../licence/answer.ts';
import { type JournalDraft, journalOf, record } from '../licence/journal-draft.ts';
import { type Invoice } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import { type Creditable, findCreditable, issueCreditNote } from './credit-note.ts';
import { fulfilledBy } from './reverse-payment.ts';

export interface ReissueInvoice {
  readonly activity: 'reissue-invoice';
  /** Its id, or `last` for the latest of the licence. */
  readonly invoice: string;
  readonly reason: string;
}

/**
 * Credits an invoice in full and issues it anew, with the customer's data, tax and pay-by of the day. The order that it
 * was, if any, stays open; what was paid of it pays the new one (docs/rules.md §4.17).
 */
export function reissueInvoice(plan: Plan, draft: JournalDraft, { invoice, reason }: ReissueInvoice): Answer {
  const found = findCreditable(draft, invoice);
  if ('refused' in found) return refuse(draft, found.refused);
  const { issued, rest } = found;
  const fulfilled = fulfilment(draft, found);
  const credited = issueCreditNote(draft, found, rest, reason);
  const { facts } = draft.licence;
  const price = priced(plan, facts, draft.on, issued.price.lines);
  const invoiceId = nextInvoiceId(credited.licence);
  const anew = record(credited, {
    type: 'InvoiceIssued',
    invoiceId,
    kind: issued.kind,
    total: price.total,
    payBy: payByAnew(plan, draft.on, { purpose: issued.purpose, fulfilled }),
    price,
    purchaseOrder: (issued.purpose.order ? issued.purchaseOrder : undefined) ?? facts.poNumber,
    purpose: issued.purpose,
    reissues: issued.invoiceId,
    fulfilled,
    because: `it takes the place of invoice ${issued.invoiceId}`,
  });
  return settle(plan, anew, invoiceId);
}

/** What was paid, or was open again after that, has had its effect. */
function fulfilment(draft: JournalDraft, { issued, paid }: Creditable): Invoice['fulfilled'] {
  const open = draft.licence.invoices.find(({ invoiceId }) => invoiceId === issued.invoiceId);
  if (open !== undefined) return open.fulfilled;
  if (paid === undefined || 'charge' in issued.purpose) return undefined;
  return fulfilledBy(issued, paid, journalOf(draft));
}

function payByAnew(
  plan: Plan,
  on: CivilDate,
  { purpose, fulfilled }: Pick<Invoice, 'purpose' | 'fulfilled'>,
): CivilDate {
  if (purpose.kind === 'support') return on;
  if (!purpose.order)
    return plan.renewal.mode === 'automatic' ? payByOfCharge(plan.renewal, on) : payByOfOrder(plan, on);
  const payBy = payByOfOrder(plan, on);
  return purpose.lastDay === undefined || fulfilled !== undefined ? payBy : earlierOf(payBy, purpose.lastDay);
}
