import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptPaymentsOf } from '../../../client/payments/kept-payments.ts';
import { incomingPaymentSchema } from '../../../domain/payments/incoming.ts';
import { type OpenConsole, openConsole } from '../../support/browser/console.ts';
import { checkShown } from '../../support/browser/visit.ts';

let shown: OpenConsole;
let number: string;
beforeAll(async () => {
  shown = await openConsole('five-plans', { from: '2026-01-10', to: '2026-01-20' }, ['SN-1001', 'SN-1002']);
  const { licence } = await shown.deployment.licence('SN-1002');
  const [invoice] = licence.invoices;
  const history = await shown.deployment.history('SN-1002');
  number = history?.documents.find(({ kind }) => kind === 'invoice')?.number ?? '';
  if (invoice === undefined) throw new Error('SN-1002 has no open invoice on this day of the sample');
  const { currency, amount } = invoice.price.total;
  const payment = (paymentId: string, payer: string, minor: number) => ({
    payment: incomingPaymentSchema.parse({
      paymentId,
      payer,
      text: 'thank you',
      received: '2026-01-19',
      amount: { amount: minor, currency },
    }),
    allocations: [],
    reason: 'its text names no invoice',
  });
  const payments = [payment('B-1', 'Reef Charters', amount), payment('B-2', 'Bakery Sunrise', 1234)];
  await shown.deployment.operator.takePayments({ payments });
}, 300_000);
afterAll(() => shown.close());

test('money that matches nothing is booked: another target is asked for, and the preview says what follows', async () => {
  const page = await shown.open('/payments');
  await checkShown(page);
  await page.getByRole('link', { name: 'Reef Charters' }).click();
  const target = page.getByLabel('Number of an invoice, licence, or id of a customer');
  await target.fill('NOBODY');
  await page.getByRole('button', { name: 'Show what will happen' }).click();
  await page.getByRole('alert').getByText('There is no licence, invoice or customer NOBODY.').waitFor();
  await checkShown(page);
  await target.fill(number);
  await page.getByRole('button', { name: 'Show what will happen' }).click();
  const preview = page.getByRole('region', { name: 'This will happen' });
  await preview.getByText(new RegExp(`^Invoice ${number} of .* is settled`)).waitFor();
  await preview.getByText(/receipt/i).waitFor();
  await checkShown(page);
  const before = shown.sample.cloud.mails().length;
  await page.getByRole('button', { name: 'Book the payment' }).dblclick();
  await page.getByRole('status').getByText('is booked on licence SN-1002; 1 mail sent.').waitFor();
  expect(shown.sample.cloud.mails()).toHaveLength(before + 1);
  expect((await shown.deployment.licence('SN-1002')).licence.invoices).toEqual([]);
  await page.context().close();
});

test('money that is for nobody is dismissed with a reason, on a narrow dark screen', async () => {
  const page = await shown.open('/payments', { width: 320, theme: 'dark' });
  await page.getByRole('link', { name: 'Bakery Sunrise' }).click();
  await checkShown(page);
  await page.getByLabel('Reason').fill('a refund of the bakery');
  await page.getByRole('button', { name: 'Dismiss the payment' }).click();
  await page.getByRole('status').getByText('received on 2026-01-19, is dismissed.').waitFor();
  expect(await page.getByRole('link', { name: 'Bakery Sunrise' }).count()).toBe(0);
  await checkShown(page);
  const kept = await keptPaymentsOf(shown.deployment).get('B-2');
  expect(kept).toMatchObject({ state: 'dismissed', reason: 'a refund of the bakery' });
  await page.goto(new URL('/payments/B-2', page.url()).href);
  await page.getByText('It does not wait any more: it is dismissed.').waitFor();
  await page.context().close();
});
