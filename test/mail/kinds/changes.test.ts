import { describe, expect, it } from 'vitest';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { Play } from '../../support/application/play.ts';
import { mailOf, plain, textOf } from '../../support/mail/mails.ts';
import { activeImage, smartNet, videoSystem } from '../../support/mail/plays.ts';

const german = { locale: 'de-DE' };
const toEnterprise = { activity: 'request-change', edition: 'Enterprise' } as const;
const cams = { activity: 'add-modules', skus: ['CAM-16', 'CAM-64'] } as const;
const migration = {
  activity: 'request-migration',
  hours: 6.5,
  hardware: { amount: 1200_00, currency: 'NZD' },
} as const;

describe('the quote for a change', () => {
  it('says what it costs, what is credited, until when it is valid and how to accept it', async () => {
    const play = videoSystem().does('2026-02-10', toEnterprise);
    const { subject, text } = await mailOf(play, { kind: 'change-quote' });
    expect(subject).toBe(
      'ProBox, licence L-1: quote for changing to the Enterprise edition, valid until 12 March 2026',
    );
    expect(plain(text)).toContain(
      [
        '- Enterprise',
        '  at list price',
        '  Net: €9,800.00',
        '- Credit',
        '  list price of your initial installation, credited while maintenance is active',
        '  Net: -€9,800.00',
        'Net: €0.00',
      ].join('\n'),
    );
    expect(text).toContain(
      'To accept the quote, use the button below by 12 March 2026, or reply to this email.',
    );
    expect(text).toContain('If your maintenance lapses before you accept the quote, we will withdraw it.');
    const inGerman = await textOf(play, { kind: 'change-quote', customer: german });
    expect(inGerman).toContain('- Anrechnung\n');
    expect(inGerman).not.toContain('Gutschrift');
  });

  it('credits nothing without cover, and says nothing of a lapse', async () => {
    const play = videoSystem().until('2026-06-16').does('2026-06-20', toEnterprise);
    const text = await textOf(play, { kind: 'change-quote', customer: german });
    expect(text).toContain('Netto: 9.800,00 €');
    expect(text).not.toMatch(/Anrechnung|Erlischt/);
  });

  it('says that a perpetual licence needs a new one', async () => {
    const play = activeImage().does('2026-02-10', { activity: 'request-change', edition: 'VMware' });
    const text = await textOf(play, { kind: 'change-quote' });
    expect(text).toContain('Your licence cannot be changed, so we offer you a new one.');
    expect(text).not.toContain('To accept');
  });

  it('for a migration has free software, labour, hardware, and says that the server is sent in', async () => {
    const play = smartNet().on('2026-02-10', 'install').does('2026-03-02', migration);
    const text = await textOf(play, { kind: 'change-quote', customer: { locale: 'en-NZ' } });
    expect(text).toContain(
      [
        '- Smart-Net',
        '  free of charge; its list price is $960.00',
        '  Net: $0.00',
        '- Labour',
        '  6.5 hours at $140.00 an hour',
        '  Net: $910.00',
        '- Hardware',
        '  as quoted',
        '  Net: $1,200.00',
      ].join('\n'),
    );
    expect(text).toContain('Please send us your server for the migration.');
    const inGerman = await textOf(play, { kind: 'change-quote', customer: german });
    expect(inGerman).toContain('6,5 Stunden zu 140,00 NZ$ pro Stunde');
    expect(inGerman).toContain('Bitte senden Sie uns Ihren Server für die Umstellung zu.');
  });

  it('that was accepted before it went out says so', async () => {
    const play = smartNet()
      .on('2026-02-10', 'install')
      .does('2026-03-02', migration)
      .on('2026-03-02', 'accept-change');
    const text = await textOf(play, { kind: 'change-quote', sentOn: '2026-03-02' });
    expect(text).toContain('You have already accepted this quote');
    expect(text).not.toMatch(/To accept|withdraw/);
    const inGerman = await textOf(play, { kind: 'change-quote', sentOn: '2026-03-02', customer: german });
    expect(inGerman).not.toMatch(/Um das Angebot anzunehmen|ziehen wir/);
  });
});

describe('the invoice of a change', () => {
  it('names the modules and the days, and that without payment the licence stays as it is', async () => {
    const play = videoSystem().does('2026-02-10', cams);
    const { subject, text } = await mailOf(play, { kind: 'invoice' });
    expect(plain(subject)).toBe('ProBox: invoice L-1-I1 for €117.75, due 12 March 2026');
    expect(plain(text)).toContain('for adding CAM-16 and CAM-64, for ProBox under licence L-1.');
    expect(plain(text)).toContain(
      '10 February 2026 to 14 March 2026: 33 of 365 days at 19% of the list price of €5,760.00 a year',
    );
    expect(text).toContain('If it is not paid by 12 March 2026, or your maintenance lapses before then,');
    expect(text).not.toMatch(/Cover:|The term starts|the maintenance lapses on/);
  });

  it('that a lapse voids is not what the lapse rests on', async () => {
    const play = videoSystem().until('2026-05-16').does('2026-05-16', cams).until('2026-06-16');
    const text = await textOf(play, { kind: 'lapse' });
    expect(text).toContain('Invoice L-1-I1 was due on 15 June 2026 and has not been paid in full.');
    expect(text).not.toContain('Invoice L-1-I2 was due');
  });

  it('stays open when renewal is cancelled, and has nothing to do with it', async () => {
    const play = videoSystem().does('2026-02-10', cams).on('2026-02-12', 'cancel');
    const text = plain(await textOf(play, { kind: 'cancelled' }));
    expect(text).toContain(
      'The invoice for the change that you ordered is still open:\nL-1-I1: €117.75, due 12 March 2026',
    );
    expect(text).not.toMatch(/accepted quote|stay owed/);
  });
});

describe('a change that is done', () => {
  it('is confirmed, with what the licence is for from now on', async () => {
    const play = new Play(netjapanMaintenance, {
      product: 'ActiveImage',
      edition: 'Hyper-V',
      model: 'subscription',
    });
    play.does('2026-02-10', { activity: 'request-change', edition: 'VMware' });
    const { subject, text } = await mailOf(play, { kind: 'changed' });
    expect(subject).toBe('ActiveImage (VMware), licence L-1: changed to the VMware edition');
    expect(text).toContain('We have changed your licence L-1 to the VMware edition as of 10 February 2026.');
  });

  it('says when a migration was completed', async () => {
    const play = smartNet().on('2026-02-10', 'install').does('2026-03-02', migration);
    play.on('2026-03-03', 'accept-change').on('2026-03-04', 'payment', 10_000_00);
    const text = await textOf(play, { kind: 'changed' });
    expect(text).toContain('Your migration of Smart-Net under licence L-1 was completed on 4 March 2026.');
    expect(text).not.toMatch(/the next term|send us your server/);
  });
});
