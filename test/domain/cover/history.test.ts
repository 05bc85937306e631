import { expect, it } from 'vitest';
import { mailKindsOf } from '../../../mail/kinds/index.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';

it('a licence that is over before its registration is registered as lapsed, and nobody is mailed about it', () => {
  const play = new Play(videoSma, { coverEnds: '2020-06-30' }).until('2026-02-01');
  expect(play.journal()).toEqual([
    '2026-01-01 LicenceRegistered',
    '2026-01-01 TermStarted initial 2019-07-01..2020-06-30',
    '2026-01-01 MaintenanceLapsed not-renewed',
  ]);
  expect(play.events.map((event) => mailKindsOf(event))).toEqual([[], [], []]);
});

it('a lapse after the registration is mailed', () => {
  const play = new Play(videoSma, { coverEnds: '2026-01-31' }).on('2026-01-01', 'cancel').until('2026-02-01');
  expect(play.events.at(-1)?.type).toBe('MaintenanceLapsed');
  expect(play.events.map((event) => mailKindsOf(event)).at(-1)).toEqual(['lapse']);
});
