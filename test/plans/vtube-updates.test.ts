import { describe, expect, it } from 'vitest';
import { vtubeLaserSmp as plan } from '../../plans/vtube-laser-smp.ts';
import { Play } from '../support/application/play.ts';

const covered = () => new Play(plan, { coverEnds: '2026-12-31' });
const lapsed = () => new Play(plan, { coverEnds: '2025-12-31' });
const announce = (version: string) => {
  return { activity: 'announce-update', product: 'VTube-LASER', version } as const;
};
const request = (version: string) => {
  return { activity: 'request-password', version } as const;
};

describe('an update', () => {
  it('is told to every customer on the e-mail list, covered or not', () => {
    expect(covered().does('2026-03-03', announce('2.10')).journal('2026-03-03')).toEqual([
      '2026-03-03 UpdateAnnounced 2.10 entitled',
    ]);
    expect(lapsed().does('2026-03-03', announce('2.10')).journal('2026-03-03')).toEqual([
      '2026-03-03 UpdateAnnounced 2.10 not entitled',
    ]);
    const pending = new Play(plan).does('2026-03-03', announce('2.10'));
    expect(pending.journal('2026-03-03')).toEqual(['2026-03-03 UpdateAnnounced 2.10 not entitled']);
  });

  it('has a password that is shared on request, and only with a licence that is covered', () => {
    const play = covered().does('2026-03-03', request('2.10')).does('2027-01-02', request('2.10'));
    expect(play.journal('2026-03-03').filter((line) => line.includes('Password'))).toEqual([
      '2026-03-03 UpdatePasswordGiven 2.10',
      '2027-01-02 UpdatePasswordRefused 2.10',
    ]);
  });

  it('tells a licence without cover why it gets no password', () => {
    const play = lapsed().does('2026-03-03', request('2.10'));
    expect(play.events.at(-1)?.because).toBe(
      'updates need a plan in force: maintenance has lapsed: not-renewed',
    );
  });
});

describe('a customer who left the announcement list', () => {
  it('is told of no update until joining again, and of none that was announced meanwhile', () => {
    const play = covered().on('2026-03-01', 'leave-announcements').does('2026-03-03', announce('2.10'));
    play.on('2026-04-01', 'join-announcements').does('2026-04-02', announce('2.10'));
    play.does('2026-04-02', announce('2.11'));
    expect(play.journal('2026-03')).toEqual([
      '2026-03-01 AnnouncementsLeft',
      '2026-03-03 UpdateNotAnnounced 2.10',
      '2026-04-01 AnnouncementsJoined',
      '2026-04-02 UpdateAnnounced 2.11 entitled',
    ]);
  });

  it('still gets every contractual notice, and the password on request', () => {
    const play = covered().on('2026-03-01', 'leave-announcements').does('2026-03-03', request('2.10'));
    expect(play.until('2027-01-01').journal('2026-03-02')).toEqual([
      '2026-03-03 UpdatePasswordGiven 2.10',
      '2026-10-02 ReminderIssued expiry-90',
      '2026-12-01 ReminderIssued expiry-30',
      '2027-01-01 MaintenanceLapsed not-renewed',
    ]);
  });
});

describe('the customer can ask for the term of its plan at any time', () => {
  const stated = (play: Play) => play.events.filter((event) => event.type === 'TermStated').at(-1);

  it('while it runs', () => {
    const play = new Play(plan, { activatedOn: '2026-03-09', registeredOn: '2026-03-09' });
    expect(stated(play.on('2026-03-20', 'ask-term'))).toMatchObject({
      inForce: true,
      since: '2026-03-09',
      until: '2026-04-30',
      renews: false,
    });
  });

  it('after it has ended', () => {
    expect(stated(lapsed().on('2026-03-20', 'ask-term'))).toMatchObject({
      inForce: false,
      until: '2025-12-31',
      renews: false,
      because: 'maintenance has lapsed: not-renewed',
    });
  });

  it('before the activation code is e-mailed', () => {
    expect(stated(new Play(plan).on('2026-03-20', 'ask-term'))).toMatchObject({
      inForce: false,
      because: 'the first term waits for activatedOn',
    });
  });

  it('between the payment of a reinstatement and its first day', () => {
    const play = lapsed().on('2026-03-01', 'request-quote').on('2026-03-02', 'accept-quote');
    expect(stated(play.on('2026-03-03', 'payment').on('2026-03-20', 'ask-term'))).toMatchObject({
      inForce: false,
      since: '2026-04-01',
      until: '2027-03-31',
      because: 'cover starts on 2026-04-01',
    });
  });
});
