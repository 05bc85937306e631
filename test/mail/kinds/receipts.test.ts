import { describe, expect, it } from 'vitest';
import { mailKindsOf } from '../../../mail/kinds/index.ts';
import type { Play } from '../../support/application/play.ts';
import { mailOf, textOf } from '../../support/mail/mails.ts';
import { activeImage, smartNet, videoSystem } from '../../support/mail/plays.ts';

const nzl = { locale: 'en-NZ', country: 'NZ' };

/** The mails that a licence's events call for, in order. */
function kindsOf({ events }: Play): readonly string[] {
  return events.flatMap((event, index) => mailKindsOf(event, events.slice(index + 1)));
}

describe('a receipt', () => {
  it('says what a payment paid, and that nothing is left', async () => {
    const play = smartNet().on('2026-05-10', 'install').until('2026-05-10').on('2026-06-01', 'payment');
    const { subject, text } = await mailOf(play, { kind: 'receipt', customer: nzl });
    expect(subject).toBe('Smart-Net, licence L-1: we have received your payment of $356.91');
    expect(text).toContain('Thank you: we received your payment of $356.91 on 1 June 2026.');
    expect(text).toContain('What it paid:\nInvoice L-1-I1: $356.91');
    expect(text).toContain('There is nothing left to pay.');
    expect(text).not.toContain('credit');
  });

  it('says what is left to pay, less what was paid', async () => {
    const play = smartNet().on('2026-05-10', 'install').until('2026-05-10');
    play.on('2026-06-01', 'payment', 56_91);
    const text = await textOf(play, { kind: 'receipt', customer: nzl });
    expect(text).toContain('Still to pay:\nInvoice L-1-I1: $300.00, due 10 August 2026');
    expect(text).not.toMatch(/What it paid|nothing left|credit/);
  });

  it('says what is left as a credit', async () => {
    const play = smartNet().on('2026-05-10', 'install').until('2026-05-10');
    play.on('2026-06-01', 'payment', 400_00);
    expect(await textOf(play, { kind: 'receipt', customer: nzl })).toContain(
      '$43.09 is left as a credit. We will apply it to your next invoice.',
    );
  });

  it('stands as the payment left it, whatever has happened since', async () => {
    const play = smartNet().on('2026-05-10', 'install').until('2026-05-10');
    play.on('2026-06-01', 'payment', 56_91).on('2026-06-02', 'payment');
    const wanted = { kind: 'receipt', on: '2026-06-01', customer: nzl } as const;
    expect(await textOf(play, { ...wanted, sentOn: '2026-06-02' })).toBe(await textOf(play, wanted));
  });
});

describe('a payment is confirmed once', () => {
  it('by the mail about the renewal that it pays for', async () => {
    const play = activeImage().on('2026-02-01', 'accept-quote', 1).on('2026-02-10', 'payment');
    expect(kindsOf(play)).toContain('renewed');
    expect(kindsOf(play)).not.toContain('receipt');
    expect(await textOf(play, { kind: 'renewed' })).toContain(
      'Thank you: we received your payment of £563.88 on 10 February 2026.',
    );
  });

  it('by the mail about the reinstatement, with what is left', async () => {
    const play = videoSystem().on('2026-06-20', 'request-quote').on('2026-06-21', 'accept-quote', 1);
    play.on('2026-06-22', 'payment', 3000_00);
    expect(kindsOf(play)).not.toContain('receipt');
    expect(await textOf(play, { kind: 'reinstated' })).toContain('€144.00 is left as a credit.');
  });

  it('by the mail about the change that it pays for', () => {
    const play = videoSystem().does('2026-02-10', { activity: 'add-modules', skus: ['CAM-16'] });
    expect(kindsOf(play.on('2026-02-20', 'payment'))).not.toContain('receipt');
  });

  it('by a receipt if the term that starts on the same day renews automatically', () => {
    const play = videoSystem().until('2026-03-13').on('2026-03-14', 'payment', 10_00).until('2026-03-14');
    expect(kindsOf(play)).toEqual(['renewal-notice', 'receipt', 'renewed']);
  });
});

it('a lapse mentions the credit', async () => {
  const play = videoSystem().until('2026-03-15').on('2026-04-01', 'payment', 42_00).until('2026-06-16');
  expect(await textOf(play, { kind: 'lapse' })).toContain('You have a credit of €42.00.');
});

it('a quote mentions the credit', async () => {
  const play = activeImage().on('2026-01-05', 'payment', 20_00).until('2026-01-13');
  expect(await textOf(play, { kind: 'quote' })).toContain(
    'You have a credit of £20.00. We will deduct it from the amount to pay.',
  );
});

it('a reminder after the due date says that the invoice has not been paid', async () => {
  const play = videoSystem().until('2026-04-14');
  const text = await textOf(play, { kind: 'payment-reminder', sentOn: '2026-06-16' });
  expect(text).toContain('was due on 15 June 2026 and has not been paid yet.');
  expect(text).not.toContain('friendly reminder');
});
