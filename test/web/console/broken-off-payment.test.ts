import { afterAll, beforeAll, expect, test } from 'vitest';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { type BrokenOffPayments, brokenOffPayments, now, request } from '../../support/cli/broken-off.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';
import { consoleOf } from '../../support/web/visitor.ts';

let operator: Operator;
let bank: BrokenOffPayments;
let browser: ReturnType<typeof consoleOf>;
beforeAll(async () => {
  operator = await openOperator();
  bank = brokenOffPayments(operator);
  const deployment = new Deployment(operator.cloud.outputs);
  browser = consoleOf({ deployment, now: () => Promise.resolve(now), place: 'embedded cloud' });
  await browser.signIn();
});
afterAll(() => operator.stop());

test('a form whose booking broke off completes it when it is sent again', async () => {
  const { licenceId, amount } = await bank.ordered();
  const { paymentId } = (await bank.brokenOff([{ licenceId, amount }])).payment;
  const page = `/payments/${paymentId}`;
  const fields = { for: licenceId, requestId: request };
  const { html } = await browser.post(page, `${page}/assign`, fields);
  expect(html).toContain(`is booked on licence ${licenceId}; 1 mail sent.`);
  expect(await bank.paymentsOf(licenceId)).toEqual([paymentId]);
  expect(await bank.payments.get(paymentId)).toMatchObject({ state: 'booked' });
});

test('the page of a payment whose booking broke off says what it is booked on, and completes it', async () => {
  const { one, two, parts } = await bank.both();
  const { paymentId } = (await bank.brokenOff(parts, 1)).payment;
  const page = `/payments/${paymentId}`;
  const { html } = await browser.get(page);
  for (const { licenceId, invoiceId } of parts)
    expect(html).toContain(`on licence ${licenceId}, invoice ${invoiceId}`);
  expect(html).not.toContain('does not wait any more');
  const completed = await browser.post(page, `${page}/assign`, {});
  expect(completed.html).toContain('is booked on 2 licences');
  expect(await bank.paymentsOf(one.licenceId)).toEqual([paymentId]);
  expect(await bank.paymentsOf(two.licenceId)).toEqual([`${paymentId}/2`]);
  expect(await bank.payments.get(paymentId)).toMatchObject({ state: 'booked' });
});
