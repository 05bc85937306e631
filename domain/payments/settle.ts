import { type JournalDraft, record } from '../licence/journal-draft.ts';
import { applyChange } from '../changes/apply-change.ts';
import { type Invoice, isTermOrder, type Licence, type Order } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import { formatMoney } from '../billing/money.ts';
import { isOrder, owedOf } from '../receivables/owed.ts';
import { replaceContract } from '../old-contracts/replace.ts';
import { orderedTerm, reinstatedTerm } from '../cover/terms.ts';

/**
 * Lets the credit pay open invoices in full, oldest first, and stops at the first that it cannot pay
 * (docs/rules.md §4.8). An order that it cannot pay keeps nothing from an invoice of the running term: nobody owes an
 * order. A paid order starts its term, or makes its change so.
 * @param named the id of an invoice that comes before all others
 */
export function settle(plan: Plan, draft: JournalDraft, named?: string): JournalDraft {
  const { credit } = draft.licence;
  const payable = payableBy(draft.licence, named);
  if (payable === undefined) return draft;
  const total = owedOf(payable);
  const paid = record(draft, {
    type: 'InvoicePaid',
    invoiceId: payable.invoiceId,
    total,
    because: `the credit of ${formatMoney(credit)} covers ${formatMoney(total)}`,
  });
  return settle(plan, fulfil(plan, paid, payable));
}

/** The open invoice that credit pays next; undefined where it pays none. */
function payableBy({ invoices, credit }: Licence, named: string | undefined): Invoice | undefined {
  const first = invoices.find(({ invoiceId }) => invoiceId === named);
  const [oldest] = invoices;
  const [owed] = inOrderOfCredit(invoices);
  return [first, oldest, owed].find(
    (invoice) => invoice !== undefined && owedOf(invoice).amount <= credit.amount,
  );
}

/** Open invoices in the order in which credit that pays none of them goes towards them: what is owed before orders. */
export function inOrderOfCredit(invoices: readonly Invoice[]): readonly Invoice[] {
  return [...invoices.filter((invoice) => !isOrder(invoice)), ...invoices.filter(isOrder)];
}

function fulfil(plan: Plan, draft: JournalDraft, paid: Invoice): JournalDraft {
  if (isTermOrder(paid)) return startOrderedTerm(plan, draft, paid);
  if (paid.purpose.kind !== 'expansion' || !isOrder(paid)) return draft;
  const { change, lastDay } = paid.purpose;
  return applyChange(plan, draft, change, `order ${paid.invoiceId} is paid in full`, lastDay);
}

function startOrderedTerm(plan: Plan, draft: JournalDraft, order: Order): JournalDraft {
  const because = `order ${order.invoiceId} is paid in full`;
  const { standing } = draft.licence;
  const { years, alignTo } = order.purpose;
  switch (standing.status) {
    case 'active': {
      const { term } = orderedTerm(plan, standing.term, years, alignTo);
      const { starts, ends } = term;
      const isAligned = alignTo === undefined ? undefined : true;
      return record(draft, { type: 'TermStarted', starts, ends, basis: 'renewal', term, isAligned, because });
    }
    case 'lapsed': {
      const term = reinstatedTerm(plan, standing, years, draft.on);
      const { starts, ends } = term;
      const back = record(draft, { type: 'MaintenanceReinstated', because });
      const replaced = replaceContract(plan, back, 'what is taken up again is the plan');
      return record(replaced, { type: 'TermStarted', starts, ends, basis: 'reinstatement', term, because });
    }
    case 'pending':
    case 'subscribed':
    case 'deactivated':
    case 'removed':
      throw new Error(
        `licence ${draft.licence.facts.licenceId} is ${standing.status} and cannot have an order`,
      );
  }
}
