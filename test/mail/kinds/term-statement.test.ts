import { expect, it } from 'vitest';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { Play } from '../../support/application/play.ts';
import { mailOf, textOf } from '../../support/mail/mails.ts';
import { activeImage, smarterMail, videoSystem, vtubeLaser, vtubeUntil } from '../../support/mail/plays.ts';

const asked = (play: Play, day = '2026-01-20') => play.on(day, 'ask-term');
const wanted = { kind: 'term-statement' } as const;

it('a term that ends is stated with its serial number, since when and until when', async () => {
  const { subject, text } = await mailOf(asked(vtubeUntil('2026-12-31')), wanted);
  expect(subject).toBe('VTube-LASER, licence L-1: your maintenance runs until 31 December 2026');
  expect(text).toContain('You asked how long the maintenance of VTube-LASER under licence L-1 runs.');
  expect(text).toContain('It runs until 31 December 2026 and does not renew automatically.');
  expect(text).toContain(
    'Active since: 1 January 2026\nActive until: 31 December 2026\nRenews automatically: no',
  );
  expect(text).toContain('Serial number of the hardware key: L-1');
});

it('a term still ends, and is not over, on its last day', async () => {
  const text = await textOf(asked(smarterMail().on('2026-05-22', 'accept-quote'), '2026-06-19'), wanted);
  expect(text).toContain('It runs until 19 June 2026 and does not renew automatically.');
});

it('a term that renews by itself is stated with the last day for cancelling', async () => {
  const text = await textOf(asked(videoSystem()), { ...wanted, customer: { locale: 'de-DE' } });
  expect(text).toContain(
    'Die aktuelle Laufzeit geht bis zum 14. März 2026 und verlängert sich dann automatisch.',
  );
  expect(text).toContain('Kündigen können Sie bis zum 12. Februar 2026.');
  expect(text).toContain('Verlängert sich automatisch: ja');
});

it('a term that can no longer be cancelled is stated with the end of the next one', async () => {
  const play = asked(videoSystem(), '2026-03-01');
  const text = await textOf(play, wanted);
  expect(text).toContain(
    'The current term runs until 14 March 2026 and then renews automatically. ' +
      'The last day to cancel this renewal was 12 February 2026. ' +
      'If you cancel now, the cancellation takes effect at the end of the next term, on 14 March 2027.',
  );
  const inGerman = await textOf(play, { ...wanted, customer: { locale: 'de-DE' } });
  expect(inGerman).not.toContain('Kündigen können Sie');
  expect(inGerman).toContain('Eine Kündigung wirkt jetzt zum Ende der nächsten Laufzeit am 14. März 2027.');
});

it('a term can still be cancelled on the last day for that', async () => {
  expect(await textOf(asked(videoSystem(), '2026-02-12'), wanted)).toContain(
    'renews automatically. You can cancel by 12 February 2026.',
  );
});

it('a term whose renewal is cancelled does not renew', async () => {
  const text = await textOf(asked(videoSystem().on('2026-01-10', 'cancel')), wanted);
  expect(text).toContain('It runs until 14 March 2026 and does not renew automatically.');
});

it('a subscription has no end', async () => {
  const play = new Play(netjapanMaintenance, { purchasedOn: '2025-06-20', model: 'subscription' });
  const { subject, text } = await mailOf(asked(play), wanted);
  expect(subject).toBe('Suite, licence L-1: your maintenance has no end date');
  expect(text).toContain('You are covered as long as your subscription is active');
  expect(text).toContain('Active since: 20 June 2025\nRenews automatically: yes');
});

it('cover goes on after the term while its order can be paid', async () => {
  const play = smarterMail().on('2026-05-22', 'accept-quote');
  const text = await textOf(asked(play, '2026-06-20'), wanted);
  expect(text).toContain('The term ended on 19 June 2026. You remain covered while your invoice');
});

it('a licence without cover gets the day since when', async () => {
  const { subject, text } = await mailOf(asked(activeImage(), '2026-04-01'), wanted);
  expect(subject).toBe('ActiveImage (Server), licence L-1: no active maintenance');
  expect(text).toContain('Maintenance for this licence ended on 14 March 2026.');
  expect(text).not.toMatch(/Active (since|until)/);
});

it('a licence whose cover has not begun gets the day when it does', async () => {
  expect(await textOf(asked(vtubeLaser()), wanted)).toContain(
    'Maintenance for this licence starts with the activation',
  );
  const bought = new Play(netjapanMaintenance, { coverStarts: '2026-02-01', coverEnds: '2027-01-31' });
  const text = await textOf(asked(bought), wanted);
  expect(text).toContain('Maintenance for this licence starts on 1 February 2026.');
});

it.each([
  ['en-US', 'Serial number of the hardware key: L-1'],
  ['de-DE', 'Seriennummer des Hardware-Schlüssels: L-1'],
])(
  'names the serial number of the hardware key, by which its plans are tracked, in %s',
  async (locale, line) => {
    const text = await textOf(asked(vtubeUntil('2026-12-31')), { ...wanted, customer: { locale } });
    expect(text).toContain(line);
  },
);
