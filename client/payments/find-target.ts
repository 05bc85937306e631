import { formatMoney, type Money } from '../../domain/billing/money.ts';
import type { Allocation } from '../../domain/payments/incoming.ts';
import { matchByAmount } from '../../domain/payments/match.ts';
import { sharedBy } from '../../domain/licence/sharing.ts';
import { planOf } from '../../plans/plan-of.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { PaymentMatcher } from './payment-matcher.ts';
import { Refusal } from '../operator/errors.ts';

/**
 * What an amount pays that an operator assigns to a licence, an invoice by its printed number, or a customer. Refuses what
 * names none of them, another currency, and a customer whose invoices do not say which is meant.
 */
export async function findTarget(
  deployment: Deployment,
  target: string,
  amount: Money,
): Promise<readonly Allocation[]> {
  const licenceId = await deployment.idOf(target);
  const history = await deployment.history(licenceId);
  if (history !== undefined) {
    const { plan } = await deployment.licence(licenceId);
    if (planOf(plan.id).currency !== amount.currency)
      throw new Refusal(
        `${formatMoney(amount)} cannot pay licence ${licenceId}: it is charged in ${plan.currency}.`,
      );
    const document = history.documents.find(({ number, kind }) => number === target && kind === 'invoice');
    // The number of a document that licences share pays all its lines.
    const isShared = history.events.some(
      ({ event, number }) => number === target && sharedBy(event) !== undefined,
    );
    if (isShared) return [{ licenceId: target, amount }];
    return [{ licenceId, amount, invoiceId: document?.documentId }];
  }
  const [customer] = (await deployment.customers([target])).values;
  if (customer === undefined)
    throw new Refusal(
      `There is no licence, invoice or customer ${target}. Check the id or the printed number.`,
    );
  const open = await new PaymentMatcher(deployment).openOf(target);
  const match = matchByAmount(amount, `customer ${target}`, open);
  if (match.matched) return match.allocations;
  throw new Refusal(`${match.reason}. Name the licence, or the printed number of the invoice.`);
}
