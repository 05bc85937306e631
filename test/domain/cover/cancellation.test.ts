import { expect, it } from 'vitest';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

const last = (play: Play) => [play.journal().at(-1), play.events.at(-1)?.because];

it('a cancellation after the notice takes effect at the end of the next term (§7.1)', () => {
  const automatic = () => new Play(videoSma, { coverEnds: '2026-06-30' });
  expect(last(automatic().on('2026-05-31', 'cancel'))).toEqual([
    '2026-05-31 RenewalCancelled to 2026-06-30',
    'the customer cancelled on 2026-05-31; the term ends on 2026-06-30',
  ]);
  expect(last(automatic().on('2026-06-01', 'cancel'))[0]).toBe('2026-06-01 RenewalCancelled to 2027-06-30');
});

it('on an order plan it ends cover with the term, also on a day after it that no run has seen (§7.1, §2.6)', () => {
  const play = new Play(vtubeLaserSmp, { coverEnds: '2026-06-30' }).until('2026-06-30').skipTo('2026-07-02');
  expect(last(play.on('2026-07-02', 'cancel'))[0]).toBe('2026-07-02 RenewalCancelled to 2026-06-30');
});

it('resuming says until when it was cancelled (§7.3)', () => {
  const play = new Play(videoSma, { coverEnds: '2026-06-30' }).on('2026-02-01', 'cancel');
  expect(last(play.on('2026-02-02', 'resume'))).toEqual([
    '2026-02-02 RenewalResumed',
    'the customer resumed before 2026-06-30',
  ]);
});

it('an alignment says from which term on (§3.9)', () => {
  const play = new Play(videoSma, { coverEnds: '2026-06-30' });
  play.does('2026-02-01', { activity: 'align', to: '12-31' });
  expect(last(play)).toEqual([
    '2026-02-01 AlignmentSet to 12-31',
    'the term that starts after 2026-06-30 is to end on the first 12-31 from four weeks on',
  ]);
});
