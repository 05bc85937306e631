import { expect, it } from 'vitest';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { vtubeLaserSmp as plan } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

const announce = {
  activity: 'announce-update',
  product: 'VTube-LASER',
  version: '2.10',
} as const;
const covered = () => new Play(plan, { coverEnds: '2026-12-31' });
const reasonOf = (play: Play) => play.events.at(-1)?.because;

it('an update is announced once a licence and version, however often and in whichever order it is asked for', () => {
  const play = covered()
    .does('2026-03-03', announce)
    .does('2026-03-03', { ...announce, version: '2.11' });
  play.does('2026-03-03', announce).does('2026-03-04', announce);
  expect(play.journal('2026-03')).toEqual([
    '2026-03-03 UpdateAnnounced 2.10 entitled',
    '2026-03-03 UpdateAnnounced 2.11 entitled',
  ]);
});

it('an update of another product is none of a licence’s', () => {
  const play = covered().does('2026-03-03', { ...announce, product: 'VTube-STEP' });
  expect(reasonOf(play)).toBe('the licence is for VTube-LASER, not for VTube-STEP');
});

it('a product without updates has none announced, and no password', () => {
  const others = {
    ...plan,
    updates: { products: ['VTube-STEP'], announcement: 'updates', benefit: 'updates' },
  };
  const play = new Play(others, { coverEnds: '2026-12-31' }).does('2026-03-03', announce);
  const why = 'the plan vtube-laser-smp announces no updates of VTube-LASER: only of VTube-STEP';
  expect(reasonOf(play)).toBe(why);
  play.does('2026-03-03', { activity: 'request-password', version: '2.10' });
  expect(reasonOf(play)).toBe(why);
});

it('whom the plan’s benefit denies the news is not told of an update', () => {
  const quiet = {
    ...plan,
    updates: { products: ['VTube-LASER'], announcement: 'updates', benefit: 'updates' },
  };
  const play = new Play(quiet, { coverEnds: '2025-12-31' }).does('2026-03-03', announce);
  expect(play.journal('2026-03')).toEqual(['2026-03-03 UpdateNotAnnounced 2.10']);
  expect(reasonOf(play)).toBe('updates need a plan in force');
});

it('a plan that announces no updates has no list to leave', () => {
  const play = new Play(netjapanMaintenance, { purchasedOn: '2025-06-20' });
  play.on('2026-03-03', 'leave-announcements').does('2026-03-03', announce);
  play.on('2026-03-03', 'join-announcements');
  play.does('2026-03-03', { activity: 'request-password', version: '1' });
  expect(play.events.slice(-4).map(({ because }) => because)).toEqual(
    Array(4).fill('the plan netjapan-maintenance announces no updates'),
  );
});

it('nobody leaves the announcement list twice, or joins it while on it', () => {
  const play = covered().on('2026-03-01', 'join-announcements').on('2026-03-02', 'leave-announcements');
  play.on('2026-03-03', 'leave-announcements');
  expect(play.journal('2026-03')).toEqual([
    '2026-03-01 ActivityRejected join-announcements',
    '2026-03-02 AnnouncementsLeft',
    '2026-03-03 ActivityRejected leave-announcements',
  ]);
});
