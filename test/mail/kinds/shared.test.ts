import { describe, expect, it } from 'vitest';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';
import { plain, sharedMailOf } from '../../support/mail/mails.ts';

const german = { locale: 'de-DE' };

/** A video system for 10,000 EUR, covered until 14 March 2026; renews by itself. */
const videoSystem = (licenceId: string) =>
  new Play(videoSma, {
    licenceId,
    product: 'ProBox',
    country: 'DE',
    list: 10_000_00,
    purchasedOn: '2025-03-15',
  });

/** SmarterMail, covered until 19 June 2026. */
const smarterMail = (licenceId: string) =>
  new Play(smartertoolsMaintenance, { licenceId, product: 'SmarterMail', purchasedOn: '2025-06-20' });

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

describe('the quote of several licences', () => {
  const quoted = () =>
    ['L-1', 'L-2'].map((licenceId) => smarterMail(licenceId).on('2026-05-22', 'request-quote'));
  const wanted = { kind: 'quote', on: '2026-05-22' } as const;

  it('says how to accept it until it is accepted for all of them', async () => {
    const [first, second] = quoted();
    if (first === undefined || second === undefined) throw new Error('two are quoted');
    first.on('2026-05-22', 'accept-quote');
    const some = await sharedMailOf([first, second], wanted);
    expect(some.text).toContain('You have already accepted it for L-1.');
    expect(some.text).toContain('To accept the quote, use the button below');
    second.on('2026-05-22', 'accept-quote');
    const all = await sharedMailOf([first, second], wanted);
    expect(all.text).toContain('You have already accepted it for L-1, L-2.');
    expect(all.text).not.toMatch(/To accept|withdraw/);
    const inGerman = await sharedMailOf([first, second], { ...wanted, customer: german });
    expect(inGerman.text).not.toMatch(/Um das Angebot anzunehmen|ziehen wir/);
  });

  it('names the credit that will be deducted, in all, while it is open', async () => {
    const plays = quoted();
    for (const play of plays) play.on('2026-05-22', 'payment', 10_00);
    expect(plain((await sharedMailOf(plays, wanted)).text)).toContain('You have a credit of US$20.00.');
  });
});

describe('the reminder of several licences of which one has not paid', () => {
  it.each([
    ['payment-reminder', '2026-04-14'],
    ['final-notice', '2026-06-01'],
  ] as const)('counts one licence: %s', async (kind, on) => {
    const paid = videoSystem('L-1').until(on).on(on, 'payment');
    const open = videoSystem('L-2').until(on);
    const english = await sharedMailOf([open, paid], { kind, sentOn: on });
    expect(english.subject).toContain('for 1 licence, due 15 June 2026');
    expect(plain(english.text)).toContain('the following has not been paid in full:');
    const inGerman = await sharedMailOf([open, paid], { kind, sentOn: on, customer: german });
    expect(inGerman.subject).toContain('für 1 Lizenz, fällig am 15. Juni 2026');
    expect(inGerman.text).toContain('dass Folgendes noch nicht vollständig bezahlt ist:');
  });
});
