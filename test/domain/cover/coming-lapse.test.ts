import { describe, expect, test } from 'vitest';
import { comingLapse } from '../../../domain/cover/coming-lapse.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import { instant } from '../../../domain/time/instant.ts';
import { smartertoolsMaintenance as plan } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

const from = civilDate('2026-03-04');
const usd = (amount: number) => ({ amount, currency: 'USD' });
const to = civilDate('2026-04-30');

test('emergency support that is not paid is not what renews: the digest has the price of going on', () => {
  const play = new Play(plan, { coverEnds: '2026-04-10', list: 1000_00 }).does('2026-03-03', {
    activity: 'open-ticket',
    at: instant('2026-03-03T10:00:00-07:00'),
    emergency: true,
  });
  expect(play.licence.invoices).toHaveLength(1);
  expect(comingLapse(plan, play.licence, from, to)).toMatchObject({
    on: '2026-04-11',
    reason: 'not-renewed',
    amount: { amount: 300_00, currency: 'USD' },
  });
});

test('an order that lapses with its term is what renews, less credit', () => {
  const play = new Play(plan, { coverEnds: '2026-04-10', list: 1000_00 })
    .on('2026-03-01', 'request-quote')
    .on('2026-03-02', 'accept-quote', 1)
    .on('2026-03-03', 'payment', 50_00);
  expect(comingLapse(plan, play.licence, from, to)?.amount.amount).toBe(250_00);
});

test('of an unpaid charge the digest has all that is open, less credit', () => {
  const play = new Play(videoSma, { coverEnds: '2026-01-31', country: 'DE' })
    .until('2026-02-01')
    .on('2026-03-03', 'payment', 10_00);
  const open = play.licence.invoices.reduce((sum, { price }) => sum + price.total.amount, 0);
  expect(open).toBeGreaterThan(0);
  expect(comingLapse(videoSma, play.licence, from, civilDate('2026-05-30'))).toMatchObject({
    reason: 'unpaid',
    amount: { amount: open - 10_00 },
  });
});

test('of a charge that is yet to be invoiced the digest has what it comes to', () => {
  const { renewal } = videoSma;
  if (renewal.mode !== 'automatic') throw new Error('the plan renews by order');
  const plan = checkPlan({ ...videoSma, renewal: { ...renewal, payWithin: { days: 14 } }, reminders: [] });
  const play = new Play(plan, { coverEnds: '2026-01-31', country: 'DE' }).until('2026-01-30');
  expect(comingLapse(plan, play.licence, civilDate('2026-01-31'), civilDate('2026-03-01'))).toMatchObject({
    on: '2026-02-16',
    amount: { amount: 214_20 },
  });
});

describe('of an order plan', () => {
  const bought = () => new Play(vtubeLaserSmp, { coverEnds: '2026-04-10' });
  const lapseOf = (play: Play) => comingLapse(vtubeLaserSmp, play.licence, from, to);

  test('the digest has the quote that is open, or that the customer would get, less credit', () => {
    expect(lapseOf(bought())).toEqual({
      licenceId: 'L-1',
      customerId: 'C-1',
      planId: 'vtube-laser-smp',
      on: '2026-04-11',
      reason: 'not-renewed',
      amount: usd(1200_00),
    });
    const quoted = bought().on('2026-03-01', 'payment', 200_00).on('2026-03-02', 'request-quote');
    expect(lapseOf(quoted)?.amount).toEqual(usd(1000_00));
    expect(lapseOf(bought().on('2026-03-01', 'payment', 1300_00))?.amount).toEqual(usd(0));
  });

  test('nothing is to be paid where renewal was cancelled', () => {
    const cancelled = bought().on('2026-03-01', 'request-quote').on('2026-03-02', 'cancel');
    expect(lapseOf(cancelled)).toMatchObject({ reason: 'cancelled', amount: usd(0) });
  });

  test('none comes outside the period, nor where the term was renewed', () => {
    expect(comingLapse(vtubeLaserSmp, bought().licence, from, civilDate('2026-04-10'))).toBeUndefined();
    const renewed = bought().on('2026-03-01', 'request-quote').on('2026-03-02', 'accept-quote');
    expect(lapseOf(renewed.on('2026-03-03', 'payment'))).toBeUndefined();
  });
});
