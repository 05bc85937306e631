import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { money } from '../../../domain/billing/money.ts';
import { registerLicence } from '../../../app/commands/register-licence.ts';
import { videoSma as plan } from '../../../plans/video-sma.ts';
import { factsOf } from '../../support/application/play.ts';
import { type House, openHouse } from '../../support/lambdas/steps.ts';
import { applyPayment } from '../../../app/payments/apply-payment.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.cloud.stop());
afterEach(() => {
  house.cloud.beforeDynamo = () => Promise.resolve();
});

test('what a customer asks for is journalled', async () => {
  const licenceId = await house.licence(plan, { coverEnds: '2026-12-31' });
  expect(await house.activity(licenceId, '2026-03-01', 'cancel')).toMatchObject({ outcome: 'accepted' });
  expect(await house.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted', 'RenewalCancelled']);
});

test('what is rejected is journalled too', async () => {
  const licenceId = await house.licence(plan, { coverEnds: '2026-12-31' });
  expect(await house.activity(licenceId, '2026-03-01', 'resume')).toMatchObject({ outcome: 'rejected' });
  expect(await house.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted', 'ActivityRejected']);
});

test('of two customers who cancel at the same moment one gets the answer that it was done already', async () => {
  const licenceId = await house.licence(plan, { coverEnds: '2026-12-31' });
  const both = [1, 2].map(() => house.activity(licenceId, '2026-03-01', 'cancel'));
  const outcomes = (await Promise.all(both)).map((decision) => decision.outcome);
  expect(outcomes.toSorted()).toEqual(['accepted', 'rejected']);
  expect((await house.journal(licenceId)).slice(2)).toEqual(['RenewalCancelled', 'ActivityRejected']);
});

test('a payment that is reported twice, or twice at the same moment, is recorded once', async () => {
  const licenceId = await house.licence(plan, { coverEnds: '2026-12-31' });
  const pay = (paymentId: string) => {
    const amount = money(500_00, plan.currency);
    const command = { on: civilDate('2026-03-01'), activity: 'payment', amount, paymentId } as const;
    return applyPayment(house.post.licences, licenceId, command, command.on);
  };
  await Promise.all([pay('P-1'), pay('P-1')]);
  expect(await pay('P-1')).toEqual({ outcome: 'accepted', events: [] });
  await pay('P-2');
  const paid = (await house.post.licences.events(licenceId)).filter(({ type }) => type === 'PaymentRecorded');
  expect(paid).toMatchObject([{ paymentId: 'P-1' }, { paymentId: 'P-2' }]);
  expect((await house.stored(licenceId)).licence.credit.amount).toBe(1000_00);
});

test('an activity on a licence that is not in the book is refused', async () => {
  await expect(house.activity('nobody', '2026-03-01', 'cancel')).rejects.toThrow(
    'there is no licence nobody',
  );
});

test('a licence that is registered again stays as it is', async () => {
  const licenceId = await house.licence(plan, { coverEnds: '2026-12-31' });
  const before = await house.stored(licenceId);
  const facts = factsOf(plan, { licenceId, coverEnds: '2030-12-31' });
  expect(await registerLicence(house.post.licences, facts)).toEqual({ registered: false });
  expect(await house.stored(licenceId)).toEqual(before);
});

test('a licence that two register at the same moment is registered once', async () => {
  const facts = factsOf(plan, { licenceId: 'TWICE', coverEnds: '2026-12-31' });
  const both = [1, 2].map(() => registerLicence(house.post.licences, facts));
  const registered = (await Promise.all(both)).map((result) => result.registered);
  expect(registered.toSorted()).toEqual([false, true]);
  expect(await house.journal('TWICE')).toEqual(['LicenceRegistered', 'TermStarted']);
});
