import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { decide } from '../../../domain/decide.ts';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';

/** 50.00 from the 10th day on, half of what the gap would have cost from the 31st on, and no quote after a year. */
const fees = [
  { fromDays: 10, fee: { fixed: 50_00 } },
  { fromDays: 31, fee: { percentOfGap: 50 } },
];
const withFees = (plan: Plan, some: object[] = fees) =>
  checkPlan({ ...plan, reinstatement: { ...plan.reinstatement, fees: some, quotedUntilDays: 365 } } as Plan);

/** 300.00 a year; cover ended on 31 January 2026. */
const ended = { coverEnds: '2026-01-31', registeredOn: '2026-01-01', country: 'US' };

function quotedOn(day: string, plan = withFees(smartertoolsMaintenance), written: object = ended) {
  const play = new Play(plan, written).on(day, 'request-quote');
  const quote = play.events.findLast((event) => event.type === 'QuoteIssued');
  return quote?.kind === 'reinstatement' ? quote.options[0] : undefined;
}

describe('the fee of a reinstatement (docs/rules.md §6.8)', () => {
  it('is none before its first day', () => {
    expect(quotedOn('2026-02-10')).toMatchObject({
      net: { amount: 300_00 },
      lines: [{ basis: 'share-of-list' }],
    });
  });

  it('is a fixed one from its first day on, as a line of its own', () => {
    const option = quotedOn('2026-02-11');
    expect(option?.net.amount).toBe(350_00);
    const fee = { basis: 'reinstatement-fee', days: 10, net: { amount: 50_00, currency: 'USD' } };
    expect(option?.lines.slice(1)).toEqual([fee]);
    expect(quotedOn('2026-03-03')?.net.amount).toBe(350_00);
  });

  it('is that of the latest day reached, in whatever order the plan has them', () => {
    // 31 days of 365 would have cost 25.48.
    const fee = { basis: 'reinstatement-fee', days: 31, percent: 50, net: { amount: 12_74 } };
    expect(quotedOn('2026-03-04')?.lines.slice(1)).toMatchObject([fee]);
    const turned = withFees(smartertoolsMaintenance, fees.toReversed());
    expect(quotedOn('2026-03-04', turned)?.lines.slice(1)).toMatchObject([fee]);
  });

  it('counts the gap by days of each calendar year', () => {
    // 2 to 31 December 2027: 30 ÷ 365, 24.66. 1 to 30 January 2028: 30 ÷ 366, 24.59. Half of 49.25 is 24.625.
    const option = quotedOn('2028-01-31', undefined, { ...ended, coverEnds: '2027-12-01' });
    expect(option?.lines.at(-1)).toMatchObject({ days: 60, net: { amount: 24_63 } });
  });

  it('counts the gap at the rate of the year that would have followed', () => {
    const plan = withFees(videoSma, [{ fromDays: 0, fee: { percentOfGap: 100 } }]);
    const play = new Play(plan, ended).on('2026-01-01', 'cancel').on('2026-04-15', 'request-quote');
    // The chain's second year costs 18 % of 1,000.00: 180.00 × 73 ÷ 365.
    expect(play.licence.quote?.options[0]?.lines.at(-1)).toMatchObject({ days: 73, net: { amount: 36_00 } });
  });

  it('counts the gap at a flat price, and comes on top of a back-charge', () => {
    const plan = withFees(smartNetUserGroup, [{ fromDays: 0, fee: { percentOfGap: 10 } }]);
    const member = { coverEnds: '2025-12-31', registeredOn: '2025-12-01', country: 'NZ' };
    const play = new Play(plan, member).on('2026-05-16', 'request-quote');
    // Unpaid, it lapsed on 16 April 2026: 480.00 × 30 ÷ 365 is 39.45.
    expect(play.licence.quote?.options).toMatchObject([
      { lines: [{ basis: 'by-days' }, { basis: 'reinstatement-fee', days: 30, net: { amount: 3_95 } }] },
    ]);
  });

  it('is left out where it comes to nothing', () => {
    const plan = withFees(smartertoolsMaintenance, [{ fromDays: 0, fee: { percentOfGap: 0 } }]);
    expect(quotedOn('2026-03-04', plan)?.lines).toHaveLength(1);
  });
});

describe('a lapse that is too old', () => {
  it('is quoted for no more after the last of the plan’s days', () => {
    expect(quotedOn('2027-02-01')).toBeDefined();
    const { plan, licence } = new Play(withFees(smartertoolsMaintenance), ended).until('2027-02-01');
    const on = civilDate('2027-02-02');
    expect(decide(plan, licence, { on, activity: 'request-quote' }, on)).toMatchObject({
      outcome: 'rejected',
      code: 'too-late-to-reinstate',
      reason: 'cover ended 366 days ago, and smartertools-maintenance reinstates it for 365 days only',
    });
  });
});
