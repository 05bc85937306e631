import { describe, expect, it } from 'vitest';
import { due, nextDueOn } from '../../../domain/agenda.ts';
import { addDays, civilDate } from '../../../domain/calendar.ts';
import { decide } from '../../../domain/decide.ts';
import { held } from '../../../domain/correspondence/mails.ts';
import { perform } from '../../../domain/licence/perform.ts';
import { smartNetUserGroup as plan } from '../../../plans/smart-net-user-group.ts';
import { Play } from '../../support/application/play.ts';

const today = civilDate('2026-03-10');
const member = () => new Play(plan, { coverEnds: '2025-12-31', registeredOn: '2025-12-01' });

describe('a command', () => {
  it('of a later day than today is refused, and journals nothing', () => {
    const { licence } = member();
    const decision = decide(plan, licence, { on: civilDate('2030-01-01'), activity: 'payment' }, today);
    expect(decision).toEqual({
      outcome: 'refused',
      reason: '2030-01-01 is later than today, 2026-03-10: name today or an earlier day',
      events: [],
    });
  });

  it('of a day before the last event is refused, and of its very day is not', () => {
    const { licence } = member().on('2026-03-05', 'cancel');
    const resume = (day: string) =>
      decide(plan, licence, { on: civilDate(day), activity: 'resume' }, today).outcome;
    expect(resume('2026-03-04')).toBe('refused');
    expect(resume('2026-03-05')).toBe('accepted');
    expect(resume('2026-03-10')).toBe('accepted');
  });
});

describe('a run of a day before the last event', () => {
  it('leaves the licence alone, and the day of the event is the first on which something is due', () => {
    const { licence } = member().skipTo('2026-02-20').on('2026-02-20', 'payment', 1_00);
    const before = addDays(licence.lastEventOn, -1);
    const [action] = due(plan, licence, licence.lastEventOn);
    expect(due(plan, licence, before)).toEqual([]);
    expect(nextDueOn(plan, licence)).toBe(licence.lastEventOn);
    if (action === undefined) throw new Error('nothing is due');
    expect(perform(plan, licence, action, before)).toEqual([]);
    expect(perform(plan, licence, action, licence.lastEventOn)).not.toEqual([]);
  });
});

it('a mail server that answers late is journalled on the day of the last event', () => {
  const { licence } = member().on('2026-03-05', 'cancel');
  const mail = { mailId: 'L-1-1', kind: 'invoice' };
  expect(held(licence, civilDate('2026-03-01'), mail, 'late')).toMatchObject([{ date: '2026-03-05' }]);
});
