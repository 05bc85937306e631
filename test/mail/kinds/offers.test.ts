import { describe, expect, it } from 'vitest';
import { mailOf, textOf } from '../../support/mail/mails.ts';
import { activeImage, smartNet, videoSystem, vtubeLaser } from '../../support/mail/plays.ts';

describe('a reminder', () => {
  it('says when cover ends, what ends with it, and the options of the open quote', async () => {
    const text = await textOf(activeImage().until('2026-01-13'), { kind: 'reminder' });
    expect(text).toContain(
      'The maintenance of ActiveImage (Server) under licence L-1 ends on 14 March 2026.',
    );
    expect(text).toContain('you no longer receive the updates and support that maintenance includes');
    expect(text).toContain('To renew, please use our quote L-1-Q1:');
    expect(text).toContain('Net: £1,268.73; VAT (20%): £253.75; Total: £1,522.48');
    expect(text).toContain(
      'use the button below by 14 March 2026 and choose the number of years: 1, 2 or 3. Or reply to this email',
    );
    expect(text).not.toContain('ask for a quote');
  });

  it('says how to ask for a quote where none is open', async () => {
    const play = vtubeLaser().on('2026-01-09', 'activate').until('2026-01-31');
    const { subject, text } = await mailOf(play, { kind: 'reminder' });
    expect(subject).toBe('VTube-LASER, licence L-1: maintenance ends on 2 March 2026');
    expect(text).toContain('To renew, ask for a quote: use the button below, or reply to this email');
    expect(text).not.toContain('Valid until');
  });

  it('keeps to the term that it was issued for, however late it goes out', async () => {
    const play = activeImage().on('2026-01-14', 'accept-quote', 1).on('2026-01-14', 'payment');
    const text = await textOf(play, { kind: 'reminder', sentOn: '2026-01-14' });
    expect(text).toContain('ends on 14 March 2026');
  });
});

describe('a quote', () => {
  it('has every option with its cover, what its price is calculated from, net, tax and total', async () => {
    const { subject, text } = await mailOf(activeImage().until('2026-01-13'), { kind: 'quote' });
    expect(subject).toBe(
      'ActiveImage (Server), licence L-1: maintenance renewal quote, valid until 14 March 2026',
    );
    expect(text).toContain(
      [
        '- 1 year',
        '  15 March 2026 to 14 March 2027',
        '  20% of the list price of £2,349.50 a year',
        '  Net: £469.90; VAT (20%): £93.98; Total: £563.88',
        '- 2 years',
        '  15 March 2026 to 14 March 2028',
        '  20% of the list price of £2,349.50 a year, less 5%',
        '  Net: £892.81; VAT (20%): £178.56; Total: £1,071.37',
        '- 3 years',
        '  15 March 2026 to 14 March 2029',
        '  20% of the list price of £2,349.50 a year, less 10%',
        '  Net: £1,268.73; VAT (20%): £253.75; Total: £1,522.48',
        'All amounts are in GBP.',
      ].join('\n'),
    );
    expect(text).toContain('Valid until: 14 March 2026');
    expect(text).not.toContain('withdrawn');
  });

  it('for coming back says from when it would cover, and until when', async () => {
    const play = smartNet().on('2026-02-10', 'install').on('2026-12-20', 'request-quote');
    const { subject, text } = await mailOf(play, { kind: 'quote', customer: { locale: 'en-NZ' } });
    expect(subject).toBe(
      'Smart-Net, licence L-1: maintenance reinstatement quote, valid until 31 December 2026',
    );
    expect(text).toContain(
      [
        '- from the day of payment to 31 December 2026',
        '  10 February 2026 to 31 December 2026: 325 of 365 days at $480.00 a year',
        '  Net: $427.40; GST (15%): $64.11; Total: $491.51',
        'All amounts are in NZD.',
      ].join('\n'),
    );
    expect(text).toContain('Maintenance starts again once the invoice is paid in full.');
  });

  it('for coming back counts new terms from the payment or from the month after it, as the plan does', async () => {
    const german = videoSystem().on('2026-06-20', 'request-quote');
    expect(await textOf(german, { kind: 'quote', customer: { locale: 'de-DE' } })).toContain(
      '- 1 Jahr ab dem Tag des Zahlungseingangs\n  24 % des Listenpreises von 10.000,00 € pro Jahr',
    );
    const american = vtubeLaser().on('2026-01-09', 'activate').on('2026-04-01', 'request-quote');
    expect(await textOf(american, { kind: 'quote' })).toContain(
      '- 1 year from the first day of the month after payment\n  US$1,200.00 a year',
    );
  });

  it('warns that it is withdrawn where the term ends before its last day', async () => {
    const play = vtubeLaser().on('2026-01-09', 'activate').on('2026-02-20', 'request-quote');
    const text = await textOf(play, { kind: 'quote' });
    expect(text).toContain('Valid until: 22 March 2026');
    expect(text).toContain(
      'the current term ends on 2 March 2026. If you have not accepted the quote by then, we will withdraw it',
    );
  });

  it('that is sent again has its first validity, and says that it is the same', async () => {
    const play = activeImage().on('2026-02-01', 'request-quote');
    const text = await textOf(play, { kind: 'quote', on: '2026-02-01' });
    expect(text).toContain('This is our quote L-1-Q1');
    expect(text).toContain('As you asked, we are sending it to you again. It has not changed.');
    expect(text).toContain('Valid until: 14 March 2026');
  });

  it('that was accepted before it went out says so, with its options as they were', async () => {
    const play = activeImage().on('2026-02-01', 'request-quote').on('2026-02-01', 'accept-quote', 3);
    const text = await textOf(play, { kind: 'quote', on: '2026-02-01' });
    expect(text).toContain('You have already accepted this quote for 3 years');
    expect(text).toContain('Total: £563.88');
  });

  it('that was accepted asks for no acceptance, and warns of no withdrawal', async () => {
    const play = vtubeLaser()
      .on('2026-01-09', 'activate')
      .on('2026-02-20', 'request-quote')
      .on('2026-02-20', 'accept-quote');
    const wanted = { kind: 'quote', sentOn: '2026-02-20' } as const;
    expect(await textOf(play, wanted)).not.toMatch(/To accept|withdraw/);
    const inGerman = await textOf(play, { ...wanted, customer: { locale: 'de-DE' } });
    expect(inGerman).not.toMatch(/Um das Angebot anzunehmen|ziehen wir/);
  });
});
