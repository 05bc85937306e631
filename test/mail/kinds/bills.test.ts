import { describe, expect, it } from 'vitest';
import { mailOf, plain, textOf } from '../../support/mail/mails.ts';
import { activeImage, smartNet, videoSystem } from '../../support/mail/plays.ts';

const nzl = { locale: 'en-NZ' };

describe('an invoice', () => {
  it('has its lines, net, tax, total, cover, pay-by, and what happens otherwise', async () => {
    const play = smartNet().on('2026-05-10', 'install').until('2026-05-10');
    const { subject, text } = await mailOf(play, { kind: 'invoice', customer: nzl });
    expect(subject).toBe('Smart-Net: invoice L-1-I1 for $356.91, due 10 August 2026');
    expect(text).toContain(
      [
        '- Smart-Net',
        '  10 May 2026 to 31 December 2026: 236 of 365 days at $480.00 a year',
        '  Net: $310.36',
        'GST (15%): $46.55',
        'Total: $356.91',
        'All amounts are in NZD.',
      ].join('\n'),
    );
    expect(text).toContain('Cover: 10 May 2026 to 31 December 2026\nPay by: 10 August 2026');
    expect(text).toContain(
      'Please pay $356.91 by 10 August 2026, quoting invoice number L-1-I1.\n\nHow to pay:\nAccount holder: Smart-Net and Smart-RAS User Group\n',
    );
    expect(text).toContain(
      'If the invoice is not paid in full by 10 August 2026, the maintenance lapses on 11 August 2026.',
    );
  });

  it('of an accepted quote says what term its payment starts, and that the order is void otherwise', async () => {
    const play = activeImage().on('2026-02-01', 'accept-quote', 3);
    const text = await textOf(play, { kind: 'invoice' });
    expect(text).toContain('Cover: 15 March 2026 to 14 March 2029\nPay by: 3 March 2026');
    expect(text).toContain('If it is not paid by 3 March 2026, we will cancel your order');
    expect(text).not.toContain('lapses');
  });

  it('takes credit that does not cover it into account', async () => {
    const play = videoSystem().on('2026-03-10', 'payment', 100_00).until('2026-03-15');
    const { subject, text } = await mailOf(play, { kind: 'invoice', customer: { locale: 'de-AT' } });
    expect(plain(subject)).toBe('ProBox: Rechnung L-1-I1 über € 2.142,00, fällig am 15. Juni 2026');
    expect(plain(text)).toContain(
      'Gesamt: € 2.142,00\nAbzüglich Ihres Guthabens: € 100,00\nZu zahlen: € 2.042,00\nAlle Beträge in EUR.',
    );
    expect(plain(text)).toContain('Bitte überweisen Sie € 2.042,00 bis zum 15. Juni 2026');
  });

  it('that credit has paid at once says that nothing is to be paid', async () => {
    const play = activeImage().on('2026-01-20', 'payment', 600_00).on('2026-02-01', 'accept-quote', 1);
    const { subject, text } = await mailOf(play, { kind: 'invoice' });
    expect(subject).toBe('ActiveImage (Server): invoice L-1-I1 for £563.88, paid');
    expect(text).toContain('Total: £563.88\nAlready paid: £563.88\nTo pay: £0.00');
    expect(text).toContain('There is nothing left to pay.');
    expect(text).toContain('Cover: 15 March 2026 to 14 March 2027');
    expect(text).not.toMatch(/Please pay|Pay by|not paid|void/);
  });

  it('that was paid on the day of payment covers from that day on', async () => {
    const play = videoSystem()
      .on('2026-06-20', 'request-quote')
      .on('2026-06-21', 'accept-quote', 1)
      .on('2026-06-21', 'payment');
    const wanted = { kind: 'invoice', on: '2026-06-21', customer: { locale: 'de-DE' } } as const;
    expect(await textOf(play, wanted)).toContain('Wartungszeitraum: 21. Juni 2026 bis 20. Juni 2027');
  });

  it('that is void by the time it goes out asks for nothing', async () => {
    const play = activeImage().on('2026-02-01', 'accept-quote', 1).until('2026-03-15');
    const { subject, text } = await mailOf(play, { kind: 'invoice', sentOn: '2026-03-04' });
    expect(subject).toBe('ActiveImage (Server): invoice L-1-I1 for £563.88, cancelled');
    expect(text).toContain('The invoice has been cancelled. There is nothing to pay.');
    expect(text).not.toContain('Please pay');
  });
});

describe('a payment reminder', () => {
  const play = smartNet().on('2026-05-10', 'install').on('2026-05-20', 'payment', 56_91).until('2026-08-01');

  it('says which invoice is open, how much of it, by when, and what happens otherwise', async () => {
    const { subject, text } = await mailOf(play, {
      kind: 'payment-reminder',
      on: '2026-06-09',
      customer: nzl,
    });
    expect(subject).toBe('Payment reminder: invoice L-1-I1 ($300.00), due 10 August 2026 – Smart-Net');
    expect(text).toContain('a friendly reminder that our invoice L-1-I1 of 10 May 2026 for $356.91');
    expect(text).toContain('Less your credit: $56.91\nTo pay: $300.00');
    expect(text).toContain('Please pay $300.00 by 10 August 2026');
    expect(text).toContain('the maintenance lapses on 11 August 2026');
  });

  it('comes last as a final notice', async () => {
    const { subject, text } = await mailOf(play, { kind: 'final-notice', customer: nzl });
    expect(subject).toBe('Final payment reminder: invoice L-1-I1 ($300.00), due 10 August 2026 – Smart-Net');
    expect(text).toContain('This is our final reminder');
    expect(text).toContain('the maintenance lapses on 11 August 2026');
  });

  it.each([
    { kind: 'payment-reminder', on: '2026-06-09' },
    { kind: 'final-notice', on: '2026-07-27' },
  ] as const)(
    'of kind $kind asks for nothing where the invoice was paid before it went out',
    async (late) => {
      const paid = smartNet().on('2026-05-10', 'install').on('2026-07-28', 'payment');
      const { kind, subject, text } = await mailOf(paid, { ...late, sentOn: '2026-07-28', customer: nzl });
      expect(kind).toBe(late.kind);
      expect(subject).toBe('Smart-Net: invoice L-1-I1 for $356.91, paid');
      expect(text).toContain('There is nothing left to pay.');
      expect(text).not.toMatch(/Please pay|not yet paid|lapses/);
    },
  );
});

it('credit goes towards the oldest invoice only', async () => {
  const play = smartNet().on('2026-12-20', 'install').on('2027-01-20', 'payment', 5_00).until('2027-02-14');
  const first = await textOf(play, {
    kind: 'payment-reminder',
    on: '2027-01-19',
    sentOn: '2027-01-20',
    customer: nzl,
  });
  const second = await textOf(play, { kind: 'payment-reminder', on: '2027-02-14', customer: nzl });
  expect(first).toContain('Less your credit: $5.00');
  expect(second).toContain('Please pay $552.00');
  expect(second).not.toContain('credit');
});
