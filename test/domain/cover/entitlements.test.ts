import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { entitlements } from '../../../domain/cover/entitlements.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

function asked(play: Play, on: string) {
  const answer = entitlements(play.plan, play.licence, civilDate(on));
  return {
    ...answer,
    benefits: Object.fromEntries(answer.benefits.map(({ key, answer: what }) => [key, what])),
  };
}

const member = { coverEnds: '2025-12-31', registeredOn: '2025-12-01' };

describe('smart-net-user-group', () => {
  it('gives members security updates, patches, feature updates, major releases and health reports', () => {
    expect(asked(new Play(smartNetUserGroup, member), '2025-12-02').benefits).toMatchObject({
      'security-updates': 'included',
      patches: 'included',
      'feature-updates': 'included',
      'major-releases': 'included',
      'health-reports': 'included',
      'version-migration': 'included',
    });
  });

  it('denies them after lapsing, charges support at commercial rates, and leaves the forums open', () => {
    const lapsed = new Play(smartNetUserGroup, member).until('2026-04-16');
    expect(asked(lapsed, '2026-04-16')).toMatchObject({
      cover: { inForce: false, since: '2026-04-16' },
      benefits: {
        'security-updates': 'denied',
        patches: 'denied',
        'feature-updates': 'denied',
        'major-releases': 'denied',
        'health-reports': 'denied',
        'technical-support': { charged: 'commercial' },
        forums: 'included',
        'version-migration': { charged: 'list' },
      },
    });
  });

  it('covers a member until the run has lapsed it, also on the morning of a missed run', () => {
    const unpaid = new Play(smartNetUserGroup, member).until('2026-04-15').skipTo('2026-04-17');
    expect(asked(unpaid, '2026-04-17').cover).toEqual({
      inForce: true,
      since: '2025-01-01',
      until: '2026-12-31',
      renews: true,
    });
  });
});

describe('netjapan-maintenance', () => {
  const bought = { purchasedOn: '2025-06-20' };

  it('gives priority help, newest features and compatibility with new platforms while maintenance is in force', () => {
    expect(asked(new Play(netjapanMaintenance, bought), '2026-01-02').benefits).toMatchObject({
      'priority-help': 'included',
      'newest-features': 'included',
      'new-platforms': 'included',
    });
  });

  it('lets a perpetual licence run for ever, while updates and support stop with the maintenance', () => {
    const answer = asked(new Play(netjapanMaintenance, bought).until('2026-06-20'), '2026-06-20');
    expect(answer.software.mayBeUsed).toBe(true);
    expect(answer.cover.inForce).toBe(false);
    expect(answer.benefits).toMatchObject({ 'priority-help': 'denied', 'newest-features': 'denied' });
  });

  it('stops a subscription altogether once it is deactivated', () => {
    const play = new Play(netjapanMaintenance, { ...bought, model: 'subscription' });
    expect(asked(play, '2039-01-01')).toMatchObject({
      software: { mayBeUsed: true },
      cover: { inForce: true, since: '2025-06-20' },
      benefits: { 'version-change': 'included', 'priority-help': 'included' },
    });
    play.on('2026-09-01', 'deactivate');
    expect(asked(play, '2026-09-01')).toMatchObject({
      software: { mayBeUsed: false },
      cover: { inForce: false, since: '2026-09-01' },
      benefits: { 'version-change': 'denied', 'priority-help': 'denied' },
    });
  });

  it('needs a new licence for another version of a perpetual one, and includes no cross-grades', () => {
    expect(asked(new Play(netjapanMaintenance, bought), '2026-01-02').benefits).toMatchObject({
      'version-change': { charged: 'new-licence' },
      'cross-grade': 'denied',
    });
  });

  it('gives partners further services', () => {
    const partner = new Play(netjapanMaintenance, { ...bought, customerKind: 'msp' });
    expect(asked(partner, '2026-01-02').benefits['partner-services']).toBe('included');
    const endUser = new Play(netjapanMaintenance, bought);
    expect(asked(endUser, '2026-01-02').benefits['partner-services']).toBe('denied');
  });

  it('covers without a gap where the next term was paid early', () => {
    const play = new Play(netjapanMaintenance, bought)
      .on('2026-04-21', 'accept-quote')
      .on('2026-04-22', 'payment');
    expect(asked(play, '2026-04-23').cover).toMatchObject({
      inForce: true,
      since: '2025-06-20',
      until: '2027-06-19',
    });
    expect(asked(play, '2027-06-20').cover).toMatchObject({ inForce: false, since: '2027-06-20' });
  });
});

describe('vtube-laser-smp', () => {
  it('gives updates with new PDF manuals and technical support, and nothing of them without a plan', () => {
    const play = new Play(vtubeLaserSmp, { coverEnds: '2026-06-30' });
    expect(asked(play, '2026-01-02').benefits).toMatchObject({
      updates: 'included',
      'technical-support': 'included',
    });
    play.until('2026-07-01');
    expect(asked(play, '2026-07-01').benefits).toMatchObject({
      updates: 'denied',
      'technical-support': 'denied',
    });
  });

  it('covers from the activation, before the rounded first day of the term', () => {
    const play = new Play(vtubeLaserSmp, { activatedOn: '2026-03-09', registeredOn: '2026-03-09' });
    expect(asked(play, '2026-03-09').cover).toMatchObject({
      inForce: true,
      since: '2026-03-09',
      until: '2026-04-30',
    });
    expect(asked(play, '2026-03-08').cover.inForce).toBe(false);
  });

  it('does not cover between the payment of a reinstatement and the first of the next month', () => {
    const play = new Play(vtubeLaserSmp, { coverEnds: '2026-01-31' }).on('2026-03-01', 'request-quote');
    play.on('2026-03-02', 'accept-quote').on('2026-03-03', 'payment');
    expect(asked(play, '2026-03-31').cover.inForce).toBe(false);
    expect(asked(play, '2026-04-01').cover).toMatchObject({ inForce: true, since: '2026-04-01' });
  });

  it('gives nothing to a licence that is not activated yet', () => {
    expect(asked(new Play(vtubeLaserSmp), '2026-01-02')).toMatchObject({
      software: { mayBeUsed: true },
      cover: { inForce: false },
      benefits: { updates: 'denied', 'update-announcements': 'included' },
    });
  });
});

describe('smartertools-maintenance', () => {
  const lapsed = () => new Play(smartertoolsMaintenance, { coverEnds: '2025-12-31' });

  it('gives free support and hotfixes to active maintenance, and only the community without', () => {
    const active = new Play(smartertoolsMaintenance, { purchasedOn: '2025-06-20' });
    expect(asked(active, '2026-01-02').benefits).toMatchObject({
      'technical-support': 'included',
      hotfixes: 'included',
    });
    expect(asked(lapsed(), '2026-01-02').benefits).toMatchObject({
      'technical-support': 'denied',
      hotfixes: 'denied',
      community: 'included',
    });
  });

  it.each(['hosted', 'reseller', 'msp'] as const)(
    'gives support to a %s customer as long as that lasts',
    (customerKind) => {
      const play = new Play(smartertoolsMaintenance, { coverEnds: '2025-12-31', customerKind });
      expect(asked(play, '2026-01-02').benefits['technical-support']).toBe('included');
    },
  );

  it('gives phone support, at the technician’s discretion, to active maintenance only', () => {
    const active = new Play(smartertoolsMaintenance, { purchasedOn: '2025-06-20' });
    const { benefits } = entitlements(active.plan, active.licence, civilDate('2026-01-02'));
    expect(benefits.find(({ key }) => key === 'phone-support')).toMatchObject({
      answer: 'included',
      because: 'at the technician’s discretion',
    });
    expect(asked(lapsed(), '2026-01-02').benefits['phone-support']).toBe('denied');
  });

  it('sells emergency support separately', () => {
    const active = new Play(smartertoolsMaintenance, { purchasedOn: '2025-06-20' });
    expect(asked(active, '2026-01-02').benefits['emergency-support']).toEqual({ charged: 'emergency' });
  });

  it('keeps a licence covered while its order can be paid', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' }).on(
      '2026-05-20',
      'accept-quote',
    );
    expect(asked(play, '2026-06-19').cover.inForce).toBe(true);
    expect(asked(play, '2026-06-20').cover).toMatchObject({ inForce: false, since: '2026-05-31' });
  });
});

it('video-sma gives updates and the expansion credit while the agreement is active', () => {
  const play = new Play(videoSma, { purchasedOn: '2025-06-10' });
  expect(asked(play, '2026-01-02').benefits).toEqual({ updates: 'included', 'expansion-credit': 'included' });
  play.until('2026-09-11');
  expect(asked(play, '2026-09-11').benefits).toEqual({ updates: 'denied', 'expansion-credit': 'denied' });
});
