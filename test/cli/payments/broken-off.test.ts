import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { money } from '../../../domain/billing/money.ts';
import type { Allocation } from '../../../domain/payments/incoming.ts';
import { netjapanMaintenance as plan } from '../../../plans/netjapan-maintenance.ts';
import { type BrokenOffPayments, brokenOffPayments, day } from '../../support/cli/broken-off.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
let bank: BrokenOffPayments;
let deployment: Deployment;
beforeAll(async () => {
  operator = await openOperator();
  bank = brokenOffPayments(operator);
  deployment = new Deployment(operator.cloud.outputs);
});
afterAll(() => operator.stop());

const assign = (paymentId: string, target: string, how = '--yes') =>
  operator.on(day, ['payments', 'assign', paymentId, target, how]);

describe('a payment whose booking broke off', () => {
  test('is completed by the command that began it', async () => {
    const { licenceId, amount } = await bank.ordered();
    const { paymentId } = (await bank.brokenOff([{ licenceId, amount }])).payment;
    const { status, out } = await assign(paymentId, licenceId);
    expect([status, out]).toEqual([0, expect.stringContaining(`Booked on ${licenceId}; 1 mail sent.`)]);
    expect(await bank.paymentsOf(licenceId)).toEqual([paymentId]);
    expect(await bank.payments.get(paymentId)).toMatchObject({ state: 'booked' });
  });

  test('is completed by the printed number that it was to pay', async () => {
    const { licenceId, invoiceId, number, amount } = await bank.ordered();
    const { paymentId } = (await bank.brokenOff([{ licenceId, invoiceId, amount }])).payment;
    expect((await assign(paymentId, number)).status).toBe(0);
    expect(await bank.paymentsOf(licenceId)).toEqual([paymentId]);
  });

  test("is completed by the customer's id, also where a part was recorded, and no part is booked twice", async () => {
    const { customerId, one, two, parts } = await bank.both();
    const { paymentId } = (await bank.brokenOff(parts, 1)).payment;
    expect(await bank.paymentsOf(one.licenceId)).toEqual([paymentId]);
    const dry = await assign(paymentId, customerId, '--dry-run');
    expect(dry.out).toContain(`on licence ${two.licenceId}, invoice ${two.invoiceId}`);
    expect((await assign(paymentId, customerId)).status).toBe(0);
    expect(await bank.paymentsOf(one.licenceId)).toEqual([paymentId]);
    expect(await bank.paymentsOf(two.licenceId)).toEqual([`${paymentId}/2`]);
    expect(await bank.payments.get(paymentId)).toMatchObject({ state: 'booked' });
  });

  test('is not booked on anything else: the refusal names what it is booked on', async () => {
    const { licenceId, invoiceId, amount } = await bank.ordered();
    const other = await bank.ordered();
    const { paymentId } = (await bank.brokenOff([{ licenceId, invoiceId, amount }])).payment;
    for (const target of [other.licenceId, other.number, await bank.customer()]) {
      const { status, err } = await assign(paymentId, target);
      const named = `on licence ${licenceId}, invoice ${invoiceId}`;
      expect([status, err]).toEqual([2, expect.stringContaining(named)]);
    }
    const dismissed = await operator.on(day, ['payments', 'dismiss', paymentId, '--reason', 'rent', '--yes']);
    expect(dismissed.status).toBe(2);
    expect(await bank.payments.get(paymentId)).toMatchObject({ state: 'booking' });
  });

  test('is completed by the operator function only where it is given the same parts', async () => {
    const { one, two, parts } = await bank.both();
    const { paymentId } = (await bank.brokenOff(parts)).payment;
    const ask = (allocations: Allocation[]) => deployment.operator.assignPayment({ paymentId, allocations });
    const total = money(one.amount.amount + two.amount.amount, plan.currency);
    for (const wrong of [
      [{ licenceId: one.licenceId, amount: total }],
      parts.slice(1),
      parts.toReversed(),
      parts.map(({ licenceId, amount }) => ({ licenceId, amount })),
    ])
      await expect(ask(wrong)).rejects.toThrow(`on licence ${one.licenceId}, invoice ${one.invoiceId}`);
    expect([await bank.paymentsOf(one.licenceId), await bank.paymentsOf(two.licenceId)]).toEqual([[], []]);
    expect(await ask(parts)).toMatchObject({ licenceIds: [one.licenceId, two.licenceId] });
    expect(await bank.paymentsOf(one.licenceId)).toEqual([paymentId]);
    expect(await bank.paymentsOf(two.licenceId)).toEqual([`${paymentId}/2`]);
  });
});

test('a payment that is booked in part is not booked again by a file that was read before', async () => {
  const { one, parts } = await bank.both();
  const kept = await bank.brokenOff(parts, 1);
  const allocations = parts.slice(0, 1);
  await bank.payments.put(kept, { ...kept, state: 'waiting', allocations, reason: 'no such licence' });
  const payments = [{ payment: kept.payment, allocations: parts }];
  expect(await deployment.operator.takePayments({ payments })).toEqual({
    results: [{ outcome: 'waiting', reason: 'no such licence' }],
  });
  expect(await bank.paymentsOf(one.licenceId)).toEqual([kept.payment.paymentId]);
  expect(await bank.payments.get(kept.payment.paymentId)).toMatchObject({ state: 'waiting', allocations });
});
