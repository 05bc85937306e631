import { describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/calendar.ts';
import { decide } from '../../domain/decide.ts';
import { instant } from '../../domain/time/instant.ts';
import { smartNetUserGroup as smartNet } from '../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance as smartertools } from '../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../plans/video-sma.ts';
import { vtubeLaserSmp as vtube } from '../../plans/vtube-laser-smp.ts';
import { Play } from '../support/application/play.ts';
import { rejects } from '../support/application/rejections.ts';

const vtubeCovered = () => new Play(vtube, { coverEnds: '2026-12-31' });
const vtubeLapsed = () => new Play(vtube, { coverEnds: '2025-12-31' });
const member = () => new Play(smartNet, { coverEnds: '2026-12-31' });
const supported = () => new Play(smartertools, { coverEnds: '2026-12-31' });
const video = () =>
  new Play(videoSma, { purchasedOn: '2025-06-10', product: 'ProBox', modules: { POS: 399_95 } });
const ticket = { activity: 'open-ticket', at: instant('2026-02-01T17:00:00Z'), emergency: false } as const;
const ticketed = () => supported().does('2026-02-01', ticket);
const of = (activity: 'grant-access' | 'revoke-access' | 'use-access' | 'close-ticket', n = 1) =>
  ({ activity, ticketId: `L-1-T${n}` }) as const;
const news = { activity: 'announce-update', product: 'VTube-LASER', version: '2.10' } as const;
const password = { activity: 'request-password', version: '2.10' } as const;
const noUpdates = {
  ...vtube,
  updates: { products: ['STEP', 'CAD'], announcement: 'updates', benefit: 'updates' },
};
describe('cancelling, resuming and aligning (§7.5, §3.9): rejected is', () => {
  const cancelled = () => member().on('2026-02-01', 'cancel');
  rejects([
    [{ activity: 'cancel' }, vtubeLapsed, 'nothing-to-cancel', /^a lapsed licence has no renewal to cancel/],
    [{ activity: 'cancel' }, cancelled, 'already-cancelled', /cover ends on 2026-12-31/],
    [{ activity: 'resume' }, vtubeLapsed, 'nothing-to-resume', /^a lapsed licence has no renewal to resume/],
    [{ activity: 'resume' }, member, 'not-cancelled', /not cancelled/],
    [{ activity: 'align', to: '06-30' }, vtubeLapsed, undefined, /^a lapsed licence has no next term/],
    [
      { activity: 'align', to: '06-30' },
      member,
      undefined,
      /smart-net-user-group are calendar years: .*12-31/,
    ],
    [
      { activity: 'align', to: '06-30' },
      () => vtubeCovered().on('2026-02-01', 'cancel'),
      undefined,
      /cancelled to 2026-12-31: it is to be resumed first/,
    ],
    [
      { activity: 'align', to: '06-30' },
      () => vtubeCovered().does('2026-02-01', { activity: 'align', to: '06-30' }),
      undefined,
      /ends on 06-30 already/,
    ],
  ]);
});

describe('a removed licence (§17.2): rejected is', () => {
  const removed = () =>
    new Play(vtube, { coverEnds: '2026-12-31' }).does('2026-01-02', { activity: 'remove', reason: 'twice' });
  rejects([[{ activity: 'ask-term' }, removed, 'licence-removed', /removed on 2026-01-02/]]);
});

describe('updates (§11): rejected is', () => {
  const quiet = () => new Play(noUpdates, { coverEnds: '2026-12-31' });
  const none = /smart-net-user-group announces no updates$/;
  const others = /vtube-laser-smp announces no updates of VTube-LASER: only of STEP, CAD/;
  rejects([
    [news, member, 'no-updates', none],
    [password, member, 'no-updates', none],
    [{ activity: 'leave-announcements' }, member, 'no-updates', none],
    [{ activity: 'join-announcements' }, member, 'no-updates', none],
    [news, quiet, 'no-updates', others],
    [password, quiet, 'no-updates', others],
    [{ activity: 'join-announcements' }, vtubeCovered, 'on-the-list', /is on the announcement list/],
    [
      { activity: 'leave-announcements' },
      () => vtubeCovered().on('2026-02-01', 'leave-announcements'),
      'left-already',
      /left the announcement list on 2026-02-01 already/,
    ],
  ]);
});

describe('support (§10): rejected is', () => {
  const asked = { ...ticket, at: instant('2026-02-03T17:00:00Z') };
  const full = () => {
    const play = supported();
    for (let n = 1; n <= 200; n += 1) play.does('2026-02-01', ticket);
    return play;
  };
  const granted = () => ticketed().does('2026-02-01', of('grant-access'));
  const revoked = () => granted().does('2026-02-02', of('revoke-access'));
  const closed = () => ticketed().does('2026-02-02', of('close-ticket'));
  rejects([
    [asked, video, 'no-support', /video-sma handles no support tickets/],
    [ticket, supported, undefined, /2026-02-01 in America\/Phoenix, not on 2026-02-03/],
    [
      { ...asked, at: instant('2026-02-02T17:00:00Z'), emergency: true },
      member,
      'no-emergency-support',
      /sells no emergency/,
    ],
    [asked, full, 'too-many-tickets', /^200 tickets are open: close one first/],
    [of('close-ticket'), closed, 'ticket-closed', /ticket L-1-T1 is closed/],
    [of('close-ticket', 2), ticketed, 'ticket-closed', /L-1 has no ticket L-1-T2/],
    [of('grant-access'), closed, 'ticket-closed', /is closed/],
    [of('grant-access'), granted, 'access-granted-already', /L-1-T1 is granted already/],
    [of('grant-access'), member, 'no-remote-access', /smart-net-user-group has no remote access/],
    [of('grant-access'), video, 'no-remote-access', /video-sma has no remote access/],
    [of('revoke-access'), ticketed, 'access-not-granted', /no remote access was granted for ticket L-1-T1/],
    [of('use-access'), revoked, 'access-not-granted', /the customer revoked remote access for ticket L-1-T1/],
    [of('use-access'), closed, 'access-not-granted', /closed: no remote access/],
  ]);
});

it('a command is refused, and not journalled, for a day later than today or before the last event (§1.5)', () => {
  const { plan, licence } = member();
  const today = civilDate('2026-01-05');
  const asked = (on: string) => decide(plan, licence, { on: civilDate(on), activity: 'ask-term' }, today);
  expect(asked('2026-01-06')).toMatchObject({ outcome: 'refused', events: [] });
  expect(asked('2025-12-31')).toMatchObject({ outcome: 'refused', events: [] });
  expect(asked('2026-01-05').outcome).toBe('accepted');
});
