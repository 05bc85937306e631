import { type Chronicle, tell } from '../licence/journal-draft.ts';
import { changeLicence } from '../changes/change-licence.ts';
import { type Invoice, isTermOrder, type Licence, type Order } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import { replaceContract } from '../old-contracts/replace.ts';
import { nextTerm, reinstatedTerm } from '../cover/terms.ts';

/**
 * Lets the credit pay open invoices in full, oldest first, and stops at the first that it cannot pay
 * (plans.md, Money). A paid order starts its term, or makes its change so.
 */
export function settle(plan: Plan, so: Chronicle): Chronicle {
  const [oldest] = so.licence.invoices;
  const { credit } = so.licence;
  if (oldest === undefined || oldest.price.total.amount > credit.amount) return so;
  const paid = tell(so, {
    type: 'InvoicePaid',
    invoiceId: oldest.invoiceId,
    total: oldest.price.total,
    because: `the credit of ${credit.amount} covers ${oldest.price.total.amount} (minor units of ${credit.currency})`,
  });
  return settle(plan, fulfil(plan, paid, oldest));
}

function fulfil(plan: Plan, so: Chronicle, paid: Invoice): Chronicle {
  if (isTermOrder(paid)) return startOrderedTerm(plan, so, paid);
  if (paid.purpose.kind !== 'expansion') return so;
  return changeLicence(plan, so, paid.purpose.change, `order ${paid.invoiceId} is paid in full`);
}

function startOrderedTerm(plan: Plan, so: Chronicle, order: Order): Chronicle {
  const because = `order ${order.invoiceId} is paid in full`;
  const { standing } = so.licence;
  const months = order.purpose.years * 12;
  switch (standing.status) {
    case 'active': {
      const term = nextTerm(plan, standing.term, months);
      const { starts, ends } = term;
      return tell(so, { type: 'TermStarted', starts, ends, basis: 'renewal', term, because });
    }
    case 'lapsed': {
      const term = reinstatedTerm(plan, standing.lastTerm, order.purpose.years, so.on);
      const { starts, ends } = term;
      const back = tell(so, { type: 'MaintenanceReinstated', because });
      const replaced = replaceContract(plan, back, 'what is taken up again is the plan');
      return tell(replaced, { type: 'TermStarted', starts, ends, basis: 'reinstatement', term, because });
    }
    case 'pending':
    case 'subscribed':
    case 'deactivated':
      throw new Error(`licence ${idOf(so.licence)} is ${standing.status} and cannot have an order`);
  }
}

function idOf(licence: Licence): string {
  return licence.facts.licenceId;
}
