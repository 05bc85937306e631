import { expect } from 'vitest';
import { PaymentStore } from '../../../adapters/dynamodb/payments/payment-store.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { bookPayment } from '../../../app/payments/book-payment.ts';
import { step } from '../../../app/payments/keep-payment.ts';
import { settingsOf } from '../../../client/deployment/settings-of.ts';
import { money } from '../../../domain/billing/money.ts';
import { type Allocation, incomingPaymentSchema } from '../../../domain/payments/incoming.ts';
import { netjapanMaintenance as plan } from '../../../plans/netjapan-maintenance.ts';
import type { Operator } from './operator.ts';

export const day = '2026-03-10';
export const now = `${day}T12:00:00Z`;
/** The id of the request whose booking broke off. */
export const request = '0d3b6b1c-93b5-4a52-9d6c-51c0c61a86e1';

/** Payments whose booking broke off, and the invoices that they are for. */
export function brokenOffPayments(operator: Operator) {
  const payments = new PaymentStore(documentClient(), settingsOf(operator.cloud.outputs));
  let count = 0;

  /** A licence whose order is open: its invoice and what it owes. */
  const ordered = async (customerId = 'C-1') => {
    const licenceId = await operator.licence(plan, { coverEnds: '2026-12-31', customerId });
    await operator.on(day, ['quote', licenceId, '--yes']);
    expect((await operator.on(day, ['quote', licenceId, '--accept', '1', '--yes'])).status).toBe(0);
    const found = await operator.post.licences.loadWithHistory(licenceId);
    const number = found?.history.documents.find(({ kind }) => kind === 'invoice')?.number ?? '';
    const [invoice] = found?.stored.licence.invoices ?? [];
    if (invoice === undefined) throw new Error(`${licenceId} has no invoice`);
    return { licenceId, number, invoiceId: invoice.invoiceId, amount: invoice.price.total };
  };

  const customer = async (): Promise<string> => {
    const known = await operator.post.customers.get('C-1');
    if (known === undefined) throw new Error('no customer C-1');
    const customerId = `PAYER-${(count += 1)}`;
    await operator.post.customers.put({ ...known, customerId });
    return customerId;
  };

  return {
    payments,
    ordered,
    customer,

    /** Two licences of one customer with an open invoice each, and the parts of a payment of both. */
    both: async () => {
      const customerId = await customer();
      const [one, two] = [await ordered(customerId), await ordered(customerId)];
      const parts = [one, two].map(({ licenceId, invoiceId, amount }) => ({ licenceId, invoiceId, amount }));
      return { customerId, one, two, parts };
    },

    /** As if the function was killed once it had written what the payment is for, and had recorded so many parts. */
    brokenOff: async (allocations: Allocation[], recorded = 0) => {
      const minor = allocations.reduce((sum, { amount }) => sum + amount.amount, 0);
      const payment = incomingPaymentSchema.parse({
        paymentId: `B-${(count += 1)}`,
        amount: money(minor, plan.currency),
        received: '2026-03-06',
        text: 'thank you',
      });
      const actor = { by: { by: 'operator', who: 'Jane' }, at: now, requestId: request } as const;
      const steps = [step(actor, 'assigned')];
      const kept = await payments.put(undefined, { payment, state: 'booking', allocations, steps });
      const writesNothing = { put: () => Promise.resolve(kept) } as unknown as PaymentStore;
      const killed = { ...kept, allocations: allocations.slice(0, recorded) };
      await bookPayment({ licences: operator.post.licences, payments: writesNothing }, killed, actor);
      return kept;
    },

    /** The ids of the payments that a licence has. */
    paymentsOf: async (licenceId: string) => {
      const events = await operator.post.licences.events(licenceId);
      return events.flatMap((event) => (event.type === 'PaymentRecorded' ? [event.paymentId] : []));
    },
  };
}

export type BrokenOffPayments = ReturnType<typeof brokenOffPayments>;
