import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { endedTerms, reinstatementsIn } from '../../../domain/reports/renewals.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { smartNetUserGroup as automatic } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp as ordered } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

const ended = (play: Play, from: string, to: string) =>
  endedTerms(play.events, { from: civilDate(from), to: civilDate(to) });

const nzd = (amount: number) => ({ amount, currency: 'NZD' });
const usd = (amount: number) => ({ amount, currency: 'USD' });
const member = () => new Play(automatic, { coverEnds: '2026-12-31' });
const bought = () => new Play(ordered, { coverEnds: '2026-06-30' });

describe('a term that ended in a period (docs/reports.md)', () => {
  it('counts where its last day lies in it, both ends included', () => {
    const play = bought().until('2026-07-02');
    const lapsed = [{ ends: '2026-06-30', outcome: 'lapsed', reason: 'not-renewed', before: undefined }];
    expect(ended(play, '2026-06-30', '2026-07-31')).toEqual(lapsed);
    expect(ended(play, '2026-06-01', '2026-06-30')).toEqual(lapsed);
    expect(ended(play, '2026-07-01', '2026-07-31')).toEqual([]);
    expect(ended(play, '2026-06-01', '2026-06-29')).toEqual([]);
  });

  it('is renewed where a renewal follows it, and takes the value of the one of the two that has one', () => {
    const play = member().on('2027-01-20', 'payment').until('2027-05-01');
    expect(ended(play, '2026-01-01', '2026-12-31')).toEqual([
      { ends: '2026-12-31', outcome: 'renewed', before: nzd(480_00), after: nzd(480_00) },
    ]);
    play.until('2028-01-10').on('2028-01-11', 'cancel');
    expect(ended(play, '2027-01-01', '2027-12-31')).toEqual([
      { ends: '2027-12-31', outcome: 'renewed', before: nzd(480_00), after: nzd(480_00) },
    ]);
  });

  it('is open until its renewal was paid or it lapsed', () => {
    const play = bought()
      .on('2026-06-01', 'request-quote')
      .on('2026-06-20', 'accept-quote')
      .until('2026-07-01');
    expect(ended(play, '2026-06-01', '2026-06-30')).toEqual([
      { ends: '2026-06-30', outcome: 'open', before: undefined },
    ]);
    play.on('2026-07-02', 'payment');
    expect(ended(play, '2026-06-01', '2026-06-30')).toEqual([
      { ends: '2026-06-30', outcome: 'renewed', before: usd(1200_00), after: usd(1200_00) },
    ]);
  });

  it('lapsed where it was cancelled, and where its renewal lapsed as unpaid, which then is no term of its own', () => {
    const cancelled = member().on('2026-10-01', 'cancel').until('2027-01-01');
    expect(ended(cancelled, '2026-01-01', '2026-12-31')).toEqual([
      { ends: '2026-12-31', outcome: 'lapsed', reason: 'cancelled', before: undefined },
    ]);
    const unpaid = member().until('2027-04-16');
    expect(ended(unpaid, '2026-01-01', '2027-12-31')).toEqual([
      { ends: '2026-12-31', outcome: 'lapsed', reason: 'unpaid', before: undefined },
    ]);
  });

  it('did not lapse where the lapse was reversed (§6.7)', () => {
    const play = member().until('2027-04-20');
    play.does('2027-04-21', {
      activity: 'payment',
      amount: nzd(480_00),
      received: civilDate('2027-04-10'),
    });
    expect(play.events.some(({ type }) => type === 'LapseReversed')).toBe(true);
    expect(ended(play, '2026-01-01', '2026-12-31')).toEqual([
      { ends: '2026-12-31', outcome: 'renewed', before: nzd(480_00), after: nzd(480_00) },
    ]);
  });

  it('did not fail because a later term lapsed', () => {
    const play = member().on('2027-01-20', 'payment').until('2028-04-16');
    expect(play.licence.standing.status).toBe('lapsed');
    expect(ended(play, '2026-01-01', '2026-12-31')).toMatchObject([{ outcome: 'renewed' }]);
    expect(ended(play, '2027-01-01', '2028-12-31')).toMatchObject([
      { ends: '2027-12-31', outcome: 'lapsed', reason: 'unpaid', before: nzd(480_00) },
    ]);
  });

  it('is not renewed by a reinstatement after a gap, which is counted by itself', () => {
    const play = bought().until('2026-09-01').on('2026-09-02', 'request-quote');
    play.on('2026-09-03', 'accept-quote').on('2026-09-04', 'payment').until('2026-10-01');
    expect(ended(play, '2026-06-01', '2026-12-31')).toMatchObject([
      { outcome: 'lapsed', reason: 'not-renewed' },
    ]);
    const reinstated = (from: string, to: string) =>
      reinstatementsIn(play.events, { from: civilDate(from), to: civilDate(to) });
    expect(reinstated('2026-09-04', '2026-09-30')).toBe(1);
    expect(reinstated('2026-08-01', '2026-09-04')).toBe(1);
    expect(reinstated('2026-08-01', '2026-09-03')).toBe(0);
    expect(reinstated('2026-09-05', '2026-09-30')).toBe(0);
  });

  it('counts once where a correction started it anew (§17.1)', () => {
    const play = new Play(videoSma, { purchasedOn: '2025-06-10' });
    const facts = { purchasedOn: civilDate('2025-06-01') };
    play.does('2026-02-01', { activity: 'correct', facts, reason: 'mistyped' });
    play.until('2026-06-30');
    expect(play.events.filter(({ type }) => type === 'TermStarted')).toHaveLength(3);
    expect(ended(play, '2026-05-01', '2026-06-30').map(({ ends }) => ends)).toEqual(['2026-05-31']);
  });

  it('has the value of a year: × 12 ÷ its begun months, and so has the one that followed', () => {
    const play = new Play(automatic, { installedOn: '2026-10-31', registeredOn: '2026-10-31' });
    play.on('2026-11-20', 'payment').until('2027-01-15');
    // NZD 480.00 × 62 ÷ 365 = 81.53 for three begun months.
    expect(ended(play, '2026-01-01', '2026-12-31')).toEqual([
      { ends: '2026-12-31', outcome: 'renewed', before: nzd(326_12), after: nzd(480_00) },
    ]);
  });

  it('is judged by its own lapse, and not by one that came before it', () => {
    const play = new Play(automatic, { coverEnds: '2025-12-31', registeredOn: '2025-12-01' }).until(
      '2026-04-16',
    );
    play.on('2026-05-01', 'request-quote').on('2026-05-02', 'accept-quote').on('2026-05-03', 'payment');
    expect(play.journal('2026-05-03').at(-1)).toMatch(/TermStarted reinstatement 2026-05-03..2026-12-31/);
    expect(ended(play, '2026-06-01', '2026-12-31')).toMatchObject([{ outcome: 'open' }]);
    play.on('2027-01-20', 'payment');
    expect(ended(play, '2026-06-01', '2026-12-31')).toMatchObject([{ outcome: 'renewed' }]);
  });

  it('is not renewed by a reinstatement that starts where cover ended (§6.8)', () => {
    const plan: Plan = {
      ...ordered,
      reinstatement: { kind: 'new-term', starts: 'where-cover-ended', rate: null },
    };
    const play = new Play(plan, { coverEnds: '2026-06-30' })
      .until('2026-07-02')
      .on('2026-07-03', 'request-quote');
    play.on('2026-07-04', 'accept-quote').on('2026-07-05', 'payment');
    expect(play.journal('2026-07-05').at(-1)).toMatch(/reinstatement 2026-07-01..2027-06-30/);
    expect(ended(play, '2026-06-01', '2026-06-30')).toMatchObject([
      { outcome: 'lapsed', reason: 'not-renewed' },
    ]);
  });
});
