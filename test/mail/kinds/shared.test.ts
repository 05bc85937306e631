import { describe, expect, it } from 'vitest';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';
import { plain, sharedMailOf } from '../../support/mail/mails.ts';

/** A video system for 10,000 EUR, covered until 14 March 2026; renews by itself. */
const videoSystem = (licenceId: string) =>
  new Play(videoSma, {
    licenceId,
    product: 'ProBox',
    country: 'DE',
    list: 10_000_00,
    purchasedOn: '2025-03-15',
  });

describe('the lapse of several licences', () => {
  it('names the invoices that are cancelled, each with its licence and what was owed of it', async () => {
    const plays = ['L-1', 'L-2'].map((licenceId) => videoSystem(licenceId).until('2026-06-16'));
    const { text } = await sharedMailOf(plays, { kind: 'lapse' });
    expect(plain(text)).toContain(
      [
        'We have cancelled these invoices. You no longer need to pay them:',
        'L-1-I1, L-1: €2,142.00',
        'L-2-I1, L-2: €2,142.00',
      ].join('\n'),
    );
  });

  it('says nothing of invoices where none was open', async () => {
    const plays = ['L-1', 'L-2'].map((licenceId) =>
      videoSystem(licenceId).on('2026-01-20', 'cancel').until('2026-03-15'),
    );
    const { text } = await sharedMailOf(plays, { kind: 'lapse' });
    expect(text).not.toContain('cancelled these invoices');
  });
});
