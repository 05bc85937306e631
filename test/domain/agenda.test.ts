import { expect, it } from 'vitest';
import { due } from '../../domain/agenda.ts';
import { civilDate } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { smartNetUserGroup } from '../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../plans/vtube-laser-smp.ts';
import { Play } from '../support/application/play.ts';

/** What is due on a day that no run has seen yet, each with its reason. */
const dueOn = (play: Play, day: string) =>
  due(play.plan, play.licence, civilDate(day)).map(({ step, on, because }) => `${step} ${on}: ${because}`);

it('a run says why it does what is due (§2.3)', () => {
  const ordered = new Play(smartertoolsMaintenance, { coverEnds: '2026-03-31' });
  expect(dueOn(ordered, '2026-03-01')).toEqual([
    'quote 2026-03-01: cover ends on 2026-03-31: the quote goes out 30 days before',
    'remind 2026-03-01: expiry-30 falls on 2026-03-01',
  ]);
  const automatic = new Play(videoSma, { coverEnds: '2026-03-31' }).until('2026-03-30');
  expect(dueOn(automatic, '2026-03-31')).toEqual([
    'auto-renew 2026-03-31: the term ends on 2026-03-31 and renews unless cancelled',
  ]);
  expect(dueOn(automatic.until('2026-03-31'), '2026-04-01')).toEqual([
    'issue-invoice 2026-04-01: the renewal charge of the term from 2026-04-01 is to be invoiced on 2026-04-01',
  ]);
});

it('what lapses is unpaid, cancelled or not renewed, and the reason says so (§6.1)', () => {
  const ordered = () => new Play(vtubeLaserSmp, { coverEnds: '2026-03-31' }).until('2026-03-31');
  expect(dueOn(ordered(), '2026-04-01')).toEqual([
    'lapse 2026-04-01: cover ended on 2026-03-31 and was not renewed',
  ]);
  const cancelled = new Play(vtubeLaserSmp, { coverEnds: '2026-03-31' }).on('2026-02-01', 'cancel');
  expect(dueOn(cancelled.until('2026-03-31'), '2026-04-01')).toEqual([
    'lapse 2026-04-01: cover ended on 2026-03-31 and renewal was cancelled',
  ]);
  const unpaid = new Play(smartNetUserGroup, { coverEnds: '2025-12-31', registeredOn: '2025-12-01' });
  expect(dueOn(unpaid.until('2026-04-15'), '2026-04-16')).toEqual([
    'lapse 2026-04-16: an invoice was payable until 2026-04-15 and is unpaid',
  ]);
});

it('quotes and orders are over after their last day (§5.3, §5.8)', () => {
  const play = new Play(vtubeLaserSmp, { coverEnds: '2026-12-31' }).on('2026-02-01', 'request-quote');
  expect(dueOn(play, '2026-03-03')).toEqual([]);
  expect(dueOn(play, '2026-03-04')).toEqual(['expire 2026-03-04: quote L-1-Q1 was valid until 2026-03-03']);
  play.on('2026-02-02', 'accept-quote');
  expect(dueOn(play, '2026-03-04')).toEqual([]);
  expect(dueOn(play, '2026-03-05')).toEqual([
    'expire 2026-03-05: order L-1-I1 was payable until 2026-03-04 and is unpaid',
  ]);
});

it('the automatic quote goes out once for each term, and not while one is open or renewal is cancelled (§5.5)', () => {
  const quotes = (play: Play, day: string) => dueOn(play, day).filter((line) => line.startsWith('quote'));
  const bought = () => new Play(smartertoolsMaintenance, { coverEnds: '2026-06-30' });
  expect(quotes(bought().on('2026-05-20', 'request-quote'), '2026-05-31')).toEqual([]);
  expect(quotes(bought().on('2026-05-20', 'cancel'), '2026-05-31')).toEqual([]);
  expect(quotes(bought().until('2026-05-31').on('2026-06-01', 'request-quote'), '2026-06-01')).toEqual([]);
  const never: Plan = { ...smartertoolsMaintenance, renewal: { mode: 'order', quoteDaysBeforeEnd: null } };
  expect(quotes(new Play(never, { coverEnds: '2026-06-30' }), '2026-06-30')).toEqual([]);
});
