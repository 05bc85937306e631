import { expect, it } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { decide } from '../../../domain/decide.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';

it('registered cover counts from its own start, whenever the licence was bought, and says so', () => {
  const { events, licence } = new Play(smartertoolsMaintenance, {
    coverEnds: '2026-05-30',
    purchasedOn: '2020-01-01',
  });
  expect(licence.standing).toMatchObject({ status: 'active', coveredSince: '2025-05-31' });
  expect(events[1]).toMatchObject({ type: 'TermStarted', because: 'registered with cover until 2026-05-30' });
});

it('a lapse on the day of pay-by is not one of an unpaid invoice (docs/rules.md §6.1)', () => {
  const quarterly = { ...videoSma, term: { kind: 'months' as const, months: 3 }, reminders: [] };
  const play = new Play(quarterly, { coverEnds: '2026-01-31' })
    .on('2026-02-10', 'cancel')
    .until('2026-05-01');
  expect(play.journal('2026-02-01').filter((line) => !line.includes('Voided'))).toEqual([
    '2026-02-01 InvoiceIssued renewal 4500 by 2026-05-01',
    '2026-02-10 RenewalCancelled to 2026-04-30',
    '2026-05-01 MaintenanceLapsed cancelled',
  ]);
});

it('an aligned term that starts by itself is aligned once', () => {
  const play = new Play(videoSma, { coverEnds: '2026-02-28' }).does('2026-01-10', {
    activity: 'align',
    to: '09-30',
  });
  expect(play.licence.alignTo).toBe('09-30');
  expect(play.until('2026-02-28').licence.alignTo).toBeUndefined();
});

it('a command of a day before the last event says which day that was', () => {
  const { plan, licence } = new Play(videoSma, { coverEnds: '2026-12-31' }).on('2026-03-05', 'cancel');
  const on = civilDate('2026-03-04');
  expect(decide(plan, licence, { on, activity: 'resume' }, civilDate('2026-03-10'))).toMatchObject({
    outcome: 'refused',
    reason:
      "2026-03-04 is before 2026-03-05, the day of the licence's last event: name that day or a later one",
  });
});
