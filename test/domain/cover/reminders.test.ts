import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';

describe('two reminders of one kind', () => {
  it('go out each on its day; the last final notice has the plain key', () => {
    const plan = checkPlan({
      ...videoSma,
      reminders: [
        { kind: 'final-notice', daysBeforePayBy: 3 },
        { kind: 'final-notice', daysBeforePayBy: 14 },
      ],
    });
    const play = new Play(plan, { coverEnds: '2026-01-31' }).until('2026-05-01');
    expect(play.journal('2026-02-02')).toEqual([
      '2026-04-17 ReminderIssued final-notice-14',
      '2026-04-28 ReminderIssued final-notice',
    ]);
  });

  it('of the same day are refused', () => {
    const twice = { kind: 'final-notice', daysBeforePayBy: 14 } as const;
    expect(() => checkPlan({ ...videoSma, reminders: [twice, { ...twice }] })).toThrow('each reminder once');
    const limited = { kind: 'expiry', daysBeforeEnd: 30, shortestTermMonths: 12 } as const;
    const reminders = [limited, { kind: 'expiry', daysBeforeEnd: 30 } as const];
    expect(() => checkPlan({ ...videoSma, reminders })).toThrow('each reminder once');
  });
});
