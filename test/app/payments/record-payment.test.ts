import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordPayment } from '../../../app/payments/record-payment.ts';
import { videoSma as plan } from '../../../plans/video-sma.ts';
import { type House, openHouse } from '../../support/lambdas/steps.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.cloud.stop());

const noon = '2026-03-10T12:00:00Z';

function pay(licenceId: string, paymentId: string, amount = 100_00) {
  const payment = { licenceId, paymentId, amount: { amount, currency: plan.currency }, toldAt: noon };
  return recordPayment(house.post.licences, payment, noon);
}

async function payments(licenceId: string) {
  const events = await house.post.licences.events(licenceId);
  return events.flatMap((event) => (event.type === 'PaymentRecorded' ? [event.paymentId] : []));
}

test('fifty payments at the same moment for one licence are all recorded', async () => {
  const licenceId = await house.licence(plan, { coverEnds: '2026-12-31' });
  const ids = Array.from({ length: 50 }, (_, index) => `PAY-${index}`);
  const reasons = await Promise.all(ids.map((paymentId) => pay(licenceId, paymentId)));
  expect(reasons.filter((reason) => reason !== undefined)).toEqual([]);
  expect((await payments(licenceId)).toSorted()).toEqual(ids.toSorted());
});

test('a payment that is reported again with another amount is a conflict, and is not recorded', async () => {
  const licenceId = await house.licence(plan, { coverEnds: '2026-12-31' });
  expect(await pay(licenceId, 'PAY-1', 552_00)).toBeUndefined();
  expect(await pay(licenceId, 'PAY-1', 552_00)).toBeUndefined();
  expect(await pay(licenceId, 'PAY-1', 500_00)).toEqual({
    because: 'wrong',
    reason:
      'payment PAY-1 is recorded with EUR 552.00 and now reported with EUR 500.00: give another payment another id',
  });
  expect(await payments(licenceId)).toEqual(['PAY-1']);
});

test('an amount that the credit of the licence cannot hold is not recorded, with the reason', async () => {
  const licenceId = await house.licence(plan, { coverEnds: '2026-12-31' });
  expect(await pay(licenceId, 'PAY-1', Number.MAX_SAFE_INTEGER)).toEqual({
    because: 'wrong',
    reason: expect.stringMatching(/^EUR [\d.]+ is more than can be recorded/) as unknown,
  });
  expect(await pay(licenceId, 'PAY-2', 10 ** 12)).toBeUndefined();
  expect(await payments(licenceId)).toEqual(['PAY-2']);
});
