import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { coverPeriodOf } from '../../../domain/cover/cover-period.ts';
import { benefitOn, coverOn, entitlements } from '../../../domain/cover/entitlements.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

const on = (play: Play, day: string) => coverOn(play.plan, play.licence, civilDate(day));
const subscribed = () => new Play(netjapanMaintenance, { model: 'subscription', purchasedOn: '2025-06-20' });

describe('cover on a day (§10.2)', () => {
  it('is none while pending, and the reason names the fact that is missing', () => {
    expect(on(new Play(vtubeLaserSmp), '2026-01-02')).toEqual({
      inForce: false,
      because: 'the first term waits for activatedOn',
    });
  });

  it('is none before the first covered day', () => {
    const play = new Play(vtubeLaserSmp, { activatedOn: '2026-03-09', registeredOn: '2026-03-09' });
    expect(on(play, '2026-03-08')).toEqual({ inForce: false, because: 'cover starts on 2026-03-09' });
    expect(on(play, '2026-03-09').inForce).toBe(true);
  });

  it('is none after a lapse, a removal or a deactivation, since that day', () => {
    const lapsed = new Play(vtubeLaserSmp, { coverEnds: '2026-01-31' }).until('2026-02-01');
    expect(on(lapsed, '2026-02-02')).toEqual({
      inForce: false,
      since: '2026-02-01',
      because: 'maintenance has lapsed: not-renewed',
    });
    const removed = new Play(vtubeLaserSmp, { coverEnds: '2026-12-31' });
    removed.does('2026-01-05', { activity: 'remove', reason: 'twice' });
    expect(on(removed, '2026-01-06')).toEqual({
      inForce: false,
      since: '2026-01-05',
      because: 'the licence was removed',
    });
    expect(on(subscribed().on('2026-02-01', 'deactivate'), '2026-02-02')).toEqual({
      inForce: false,
      since: '2026-02-01',
      because: 'the subscription was deactivated',
    });
  });

  it('is in force since the purchase of a subscription, or else since its registration', () => {
    expect(on(subscribed(), '2026-02-01')).toEqual({ inForce: true, since: '2025-06-20', renews: true });
    const unknown = new Play(netjapanMaintenance, { model: 'subscription' });
    expect(on(unknown, '2026-02-01')).toMatchObject({ since: '2026-01-01' });
  });

  it('ends with the term of an order plan, also where an order was payable until a day before', () => {
    const play = new Play(vtubeLaserSmp, { coverEnds: '2026-06-30' })
      .on('2026-05-01', 'request-quote')
      .on('2026-05-02', 'accept-quote');
    expect(play.licence.invoices[0]?.payBy).toBe('2026-06-01');
    play.skipTo('2026-07-01');
    expect(on(play, '2026-06-02').inForce).toBe(true);
    expect(on(play, '2026-06-30').inForce).toBe(true);
    expect(on(play, '2026-07-01')).toEqual({
      inForce: false,
      since: '2026-07-01',
      because: 'cover ended on 2026-06-30',
    });
  });
});

it('a licence without a term that was ever covered has no period of cover', () => {
  const removed = new Play(vtubeLaserSmp, { coverEnds: '2026-12-31' });
  removed.does('2026-01-05', { activity: 'remove', reason: 'twice' });
  for (const play of [new Play(vtubeLaserSmp), removed]) expect(coverPeriodOf(play.licence)).toEqual({});
});

it('a perpetual licence can always be used, a subscription until it is deactivated (§10.3)', () => {
  const software = (play: Play) => entitlements(play.plan, play.licence, civilDate('2026-02-02')).software;
  expect(software(new Play(vtubeLaserSmp, { coverEnds: '2025-12-31' }))).toEqual({
    mayBeUsed: true,
    because: 'a perpetual licence works for ever',
  });
  expect(software(subscribed())).toEqual({ mayBeUsed: true, because: 'the subscription is active' });
  expect(software(subscribed().on('2026-02-01', 'deactivate'))).toEqual({
    mayBeUsed: false,
    because: 'the subscription was deactivated on 2026-02-01',
  });
});

describe('a benefit (§10.1)', () => {
  const plan: Plan = {
    ...smartNetUserGroup,
    benefits: [
      {
        key: 'offer',
        name: { en: 'Offer', de: 'Angebot' },
        rules: [
          { when: { cover: 'none' }, answer: { charged: 'list' }, because: 'without cover' },
          { when: {}, answer: 'included', because: 'with cover' },
        ],
      },
      { key: 'broken', name: { en: 'Broken', de: 'Kaputt' }, rules: [] },
    ],
  };
  const asked = (coverEnds: string, key = 'offer') => {
    const { licence } = new Play(plan, { coverEnds });
    return benefitOn(plan, licence, key, civilDate('2026-01-02'));
  };

  it('is decided by the first rule that applies, with its reason', () => {
    expect(asked('2025-12-31')).toEqual({ answer: { charged: 'list' }, because: 'without cover' });
    expect(asked('2026-12-31')).toEqual({ answer: 'included', because: 'with cover' });
  });

  it('that the plan has not, or that no rule decides, is an error that names it', () => {
    expect(() => asked('2026-12-31', 'other')).toThrow('plan smart-net-user-group has no benefit other');
    expect(() => asked('2026-12-31', 'broken')).toThrow('benefit broken has no rule for licence L-1');
  });
});
