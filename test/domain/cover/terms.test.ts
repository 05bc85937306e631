import { describe, expect, it, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import {
  firstTerm,
  lastDayToCancel,
  orderedTerm,
  reinstatedTerm,
  renewalTerm,
} from '../../../domain/cover/terms.ts';
import type { LapsedStanding } from '../../../domain/licence/licence.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { factsOf } from '../../support/application/play.ts';

const fresh = { reminded: [], quoted: false };
const first = (plan: Plan, facts: Parameters<typeof factsOf>[1]) => firstTerm(plan, factsOf(plan, facts));
const covered = (plan: Plan, coverEnds: string, more: Parameters<typeof factsOf>[1] = {}) => {
  const term = first(plan, { coverEnds, ...more });
  if (term === undefined) throw new Error('no term');
  return term;
};

describe('the first term (§9.3)', () => {
  it('has the plan’s months from the day of the fact, and none while the fact is missing', () => {
    expect(first(videoSma, { purchasedOn: '2025-06-10' })).toEqual({
      number: 1,
      chainMonths: 12,
      starts: '2025-06-10',
      ends: '2026-06-09',
      anchor: '2025-06-10',
      months: 12,
      ...fresh,
    });
    expect(first(videoSma, { purchasedOn: '2025-06-10', initialYears: 3 })?.ends).toBe('2026-06-09');
    expect(first(videoSma, {})).toBeUndefined();
  });

  it('has the years that were bought', () => {
    expect(first(netjapanMaintenance, { purchasedOn: '2025-06-10', initialYears: 3 })).toMatchObject({
      chainMonths: 36,
      ends: '2028-06-09',
    });
  });

  it('has months with training, and otherwise days, which count as one of the plan’s terms (§3.3)', () => {
    const activated = { activatedOn: '2026-03-01' };
    expect(first(vtubeLaserSmp, { ...activated, onSiteTraining: true })).toMatchObject({
      starts: '2026-04-01',
      ends: '2027-03-31',
      anchor: '2026-04-01',
    });
    expect(first(vtubeLaserSmp, activated)).toEqual({
      number: 1,
      chainMonths: 12,
      starts: '2026-04-01',
      ends: '2026-04-30',
      anchor: '2026-05-01',
      months: 0,
      ...fresh,
    });
  });

  it('runs to 31 December on a plan of calendar years (§3.4)', () => {
    expect(first(smartNetUserGroup, { installedOn: '2026-12-01' })).toEqual({
      number: 1,
      chainMonths: 12,
      starts: '2026-12-01',
      ends: '2026-12-31',
      anchor: '2027-01-01',
      months: 0,
      ...fresh,
    });
  });
});

describe('cover that a licence is registered with (§9.2, §3.3)', () => {
  it('starts twelve months before its end, unless it is given', () => {
    expect(covered(videoSma, '2026-02-28')).toMatchObject({
      number: 1,
      starts: '2025-03-01',
      chainMonths: 12,
    });
    expect(covered(videoSma, '2026-02-28', { coverStarts: '2026-01-01' }).starts).toBe('2026-01-01');
  });

  it('counts as the nearest number of years, one at least, after the plan’s terms before it', () => {
    const months = (coverStarts: string, termNumber = 1) =>
      covered(videoSma, '2026-12-31', { coverStarts, termNumber }).chainMonths;
    // A year and a half is 547.86 days: 547 and 548 of them.
    expect(months('2025-07-03')).toBe(12);
    expect(months('2025-07-02')).toBe(24);
    expect(months('2026-12-01')).toBe(12);
    expect(months('2026-01-01', 3)).toBe(36);
  });

  it('counts as months where the plan’s terms are no whole years', () => {
    const monthly: Plan = { ...smartertoolsMaintenance, term: { kind: 'months', months: 5 } };
    expect(covered(monthly, '2026-12-31', { coverStarts: '2026-09-01', termNumber: 2 }).chainMonths).toBe(9);
  });
});

describe('the next term of an automatic plan (§3.5)', () => {
  it('follows without a gap, counted from the anchor, and is charged from its first day', () => {
    const term = first(videoSma, { purchasedOn: '2025-01-31' });
    if (term === undefined) throw new Error('no term');
    expect(renewalTerm(videoSma, term)).toEqual({
      term: {
        number: 2,
        chainMonths: 24,
        starts: '2026-01-31',
        ends: '2027-01-30',
        anchor: '2025-01-31',
        months: 24,
        ...fresh,
      },
      charge: {
        kind: 'renewal',
        termNumber: 2,
        months: 12,
        chainMonths: 24,
        from: '2026-01-31',
        to: '2027-01-30',
        invoiceOn: '2026-01-31',
      },
    });
  });

  it('is a calendar year, invoiced on the plan’s day of it', () => {
    expect(renewalTerm(smartNetUserGroup, covered(smartNetUserGroup, '2026-12-31'))).toMatchObject({
      term: { number: 2, chainMonths: 24, starts: '2027-01-01', ends: '2027-12-31' },
      charge: { invoiceOn: '2027-01-15' },
    });
  });

  it('ends on the day that it is aligned to, is charged for its part, and counts its months (§3.9)', () => {
    expect(renewalTerm(videoSma, covered(videoSma, '2026-01-31'), '06-30')).toEqual({
      term: {
        number: 2,
        chainMonths: 17,
        starts: '2026-02-01',
        ends: '2026-06-30',
        anchor: '2026-07-01',
        months: 0,
        ...fresh,
      },
      charge: {
        kind: 'renewal',
        termNumber: 2,
        months: 12,
        chainMonths: 24,
        from: '2026-02-01',
        to: '2026-06-30',
        invoiceOn: '2026-02-01',
        part: { days: 150, ofDays: 365 },
      },
    });
  });

  it('is charged in full where the day that it is aligned to is its own', () => {
    const { term, charge } = renewalTerm(videoSma, covered(videoSma, '2026-01-31'), '01-31');
    expect(term.ends).toBe('2027-01-31');
    expect(charge).not.toHaveProperty('part');
  });

  it('keeps the rates that were announced (§3.10)', () => {
    const announced = { rates: [18] } as never;
    const { charge, term } = renewalTerm(videoSma, { ...covered(videoSma, '2026-01-31'), announced });
    expect(charge.announced).toBe(announced);
    expect(term).not.toHaveProperty('announced');
  });
});

test('an order for several years that is aligned ends as many years later, less one (§3.9)', () => {
  const term = covered(netjapanMaintenance, '2026-01-31');
  const whole = orderedTerm(netjapanMaintenance, term, 2, undefined);
  expect(whole.term).toMatchObject({ starts: '2026-02-01', ends: '2028-01-31', chainMonths: 36 });
  expect(whole).not.toHaveProperty('part');
  const aligned = orderedTerm(netjapanMaintenance, term, 2, '06-30');
  expect(aligned).toMatchObject({
    term: { starts: '2026-02-01', ends: '2027-06-30' },
    part: { days: 515, ofDays: 730 },
  });
});

test('cancelling ends cover with the term up to the plan’s notice, on an order plan to its last day (§7.1)', () => {
  expect(lastDayToCancel(videoSma, covered(videoSma, '2026-01-31'))).toBe('2026-01-01');
  expect(lastDayToCancel(vtubeLaserSmp, covered(vtubeLaserSmp, '2026-01-31'))).toBe('2026-01-31');
});

describe('a reinstated term (§6.5, §6.6, §6.8)', () => {
  const paidOn = civilDate('2026-05-10');
  const reinstated = (plan: Plan, years = 1) => {
    const lastTerm = { ...covered(plan, '2025-12-31'), number: 4 };
    const lapsed: LapsedStanding = {
      status: 'lapsed',
      lapsedOn: civilDate('2026-01-01'),
      reason: 'not-renewed',
      lastTerm,
    };
    return reinstatedTerm(plan, lapsed, years, paidOn);
  };
  const starting = (starts: 'where-cover-ended' | 'next-month'): Plan => ({
    ...smartertoolsMaintenance,
    reinstatement: { kind: 'new-term', starts, rate: null },
  });

  it('has the next number, from the day of payment, without a rate of its own', () => {
    expect(reinstated(smartertoolsMaintenance, 2)).toEqual({
      number: 5,
      chainMonths: 24,
      starts: '2026-05-10',
      ends: '2028-05-09',
      anchor: '2026-05-10',
      months: 24,
      ...fresh,
    });
  });

  it('starts in the next month, or where cover ended, as the plan says', () => {
    expect(reinstated(starting('next-month')).starts).toBe('2026-06-01');
    expect(reinstated(starting('where-cover-ended')).starts).toBe('2026-01-01');
  });

  it('counts as term 1 with a rate of its own', () => {
    expect(reinstated(videoSma)).toMatchObject({
      number: 1,
      rate: 24,
      chainMonths: 12,
      starts: '2026-05-10',
    });
  });

  it('ends with the year where all is charged since cover was paid for, and has the next number', () => {
    expect(reinstated(smartNetUserGroup)).toMatchObject({
      number: 5,
      chainMonths: 12,
      starts: '2026-05-10',
      ends: '2026-12-31',
    });
  });
});
