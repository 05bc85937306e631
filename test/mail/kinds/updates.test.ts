import { describe, expect, it } from 'vitest';
import { type Plan } from '../../../domain/plan/plan.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';
import { mailOf, textOf } from '../../support/mail/mails.ts';
import { announced, passwordAsked, vtubeLaser, vtubeUntil } from '../../support/mail/plays.ts';

const german = { locale: 'de-DE' };
const covered = () => vtubeUntil('2026-12-31');
const lapsed = () => vtubeUntil('2025-12-31');
const howToLeave =
  /To leave the list, reply to this email and tell us\. You will still receive notices about your contract, /;

describe('news of an update', () => {
  it('says to whom may have it what it gives and how to get its password', async () => {
    const play = covered().does('2026-03-03', announced);
    const { subject, text } = await mailOf(play, { kind: 'update-available' });
    expect(subject).toBe('VTube-LASER 2.10 is available for licence L-1');
    expect(text).toContain('The update VTube-LASER 2.10 is available. Your licence L-1 is entitled to it.');
    expect(text).toContain('Included in your maintenance: Updates with new PDF manuals.');
    expect(text).toContain(
      'To get it, use the button below, or reply to this email with licence L-1 and version 2.10.',
    );
    expect(text).toMatch(howToLeave);
    expect(text).not.toContain('7K3QX');
    const inGerman = await textOf(play, { kind: 'update-available', customer: german });
    expect(inGerman).toContain('weil Sie in unserem Verteiler für Update-Nachrichten stehen.');
  });

  it('says to the others what they miss, since when they are not covered, and how to be again', async () => {
    const play = lapsed().does('2026-03-03', announced);
    const { subject, text } = await mailOf(play, { kind: 'update-missed' });
    expect(subject).toBe('VTube-LASER 2.10 is available, but not for licence L-1');
    expect(text).toContain('Not available without maintenance: Updates with new PDF manuals.');
    expect(text).toContain('Maintenance for this licence ended on 31 December 2025.');
    expect(text).toContain(
      'To reinstate your maintenance, ask for a quote: use the button below, or reply to this email.',
    );
    expect(text).toContain('Maintenance then starts on the first day of the month after your payment.');
    expect(text).toMatch(howToLeave);
  });

  it('names the quote that is open', async () => {
    const play = lapsed().on('2026-03-01', 'request-quote').does('2026-03-03', announced);
    const text = await textOf(play, { kind: 'update-missed', customer: german });
    expect(text).toContain('nehmen Sie bitte unser Angebot L-1-Q1 bis zum 31. März 2026 an');
    expect(text).toContain('Ohne Wartung nicht verfügbar: Updates mit neuen PDF-Handbüchern.');
    expect(text).not.toContain('fordern Sie ein Angebot an');
  });

  it('says how cover begins where the licence is not activated', async () => {
    const text = await textOf(vtubeLaser().does('2026-03-03', announced), { kind: 'update-missed' });
    expect(text).toContain('Maintenance for this licence starts with the activation');
    expect(text).not.toContain('quote');
  });

  it('does not speak of a way back where maintenance would not give it either', async () => {
    const [updates, ...others] = vtubeLaserSmp.benefits;
    const never = { when: {}, answer: 'denied', because: 'never' } as const;
    const plan: Plan = {
      ...vtubeLaserSmp,
      benefits: [...(updates ? [{ ...updates, rules: [never] }] : []), ...others],
    };
    const play = new Play(plan, { coverEnds: '2026-12-31' }).does('2026-03-03', announced);
    const text = await textOf(play, { kind: 'update-missed' });
    expect(text).toContain('Your maintenance does not include updates.');
    expect(text).not.toMatch(/Not available|reinstate|Maintenance for this licence ended/);
  });
});

describe('the password of an update', () => {
  it('is in the mail of who may have it, with what it is for', async () => {
    const play = covered().does('2026-03-03', passwordAsked);
    const { subject, text } = await mailOf(play, { kind: 'update-password' });
    expect(subject).toBe('VTube-LASER 2.10: password for the update, licence L-1');
    expect(text).toContain('Password: 7K3QX-0M9TA-ZZ4RD');
    expect(text).toContain('It is valid for version 2.10 and licence L-1 only.');
    const inGerman = await textOf(play, { kind: 'update-password', customer: german });
    expect(inGerman).toContain('Passwort: 7K3QX-0M9TA-ZZ4RD');
  });

  it('keeps its mail from going out without it', async () => {
    const play = covered().does('2026-03-03', passwordAsked);
    await expect(mailOf(play, { kind: 'update-password', updatePassword: 'none' })).rejects.toThrow(
      'licence L-1: the mail of the password for VTube-LASER 2.10 lacks it',
    );
  });

  it('is refused with the reason and how to have cover again', async () => {
    const play = lapsed().does('2026-03-03', passwordAsked);
    const { subject, text } = await mailOf(play, { kind: 'update-refused' });
    expect(subject).toBe('VTube-LASER 2.10: no password for the update, licence L-1');
    expect(text).toContain('Updates require active maintenance.');
    expect(text).toContain('Maintenance for this licence ended on 31 December 2025.');
    expect(text).toContain('ask for a quote: use the button below, or reply to this email');
    expect(text).not.toContain('7K3QX');
  });
});

it('leaving the list is confirmed, with what goes on and how to come back', async () => {
  const play = covered().on('2026-03-03', 'leave-announcements');
  const { subject, text } = await mailOf(play, { kind: 'announcements' });
  expect(subject).toBe('VTube-LASER, licence L-1: no more update news');
  expect(text).toMatch(
    /no longer send you update news for VTube-LASER under licence L-1\. You will still receive notices/,
  );
  expect(text).toContain('To receive update news again, use the button below, or reply to this email');
});

it('coming back to the list is confirmed', async () => {
  const play = covered().on('2026-03-03', 'leave-announcements').on('2026-04-03', 'join-announcements');
  const text = await textOf(play, { kind: 'announcements', on: '2026-04-03', customer: german });
  expect(text).toContain('informieren wir Sie wieder über jedes Update von VTube-LASER unter der Lizenz L-1');
});
