import { describe, expect, it } from 'vitest';
import { mailOf, plain, textOf } from '../../support/mail/mails.ts';
import { activeImage, smartNet, videoSystem, vtubeLaser } from '../../support/mail/plays.ts';

const german = { locale: 'de-DE' };

describe('a renewal notice', () => {
  it('says from when to when it renews, for how much, and until when it can be cancelled', async () => {
    const { subject, text } = await mailOf(videoSystem().until('2026-01-13'), { kind: 'renewal-notice' });
    expect(subject).toBe('ProBox, licence L-1: maintenance renews on 15 March 2026 for €2,142.00');
    expect(text).toContain(
      'It renews automatically: the next term runs from 15 March 2026 to 14 March 2027.',
    );
    expect(text).toContain('18% of the list price of €10,000.00 a year');
    expect(text).toContain('Net: €1,800.00\nVAT (19%): €342.00\nTotal: €2,142.00');
    expect(text).toContain('We will send you the invoice on 15 March 2026. It will be due on 15 June 2026.');
    expect(text).toContain('cancel by 12 February 2026');
  });

  it('names the price that the invoice then has', async () => {
    const play = videoSystem().until('2026-03-15');
    const wanted = { kind: 'invoice', customer: german } as const;
    expect(await textOf(play, wanted)).toContain('Gesamt: 2.142,00 €');
  });

  it('that goes out after the last day for cancelling says that it has passed', async () => {
    const play = videoSystem().skipTo('2026-02-13').run();
    const { text } = await mailOf(play, { kind: 'renewal-notice' });
    expect(text).toContain('The last day to cancel this renewal was 12 February 2026.');
    expect(text).toContain('takes effect at the end of the next term, on 14 March 2027');
    expect(text).not.toContain('do not need to do anything');
  });
});

describe('a renewed term', () => {
  it('that renewed by itself says when its invoice goes out', async () => {
    const play = videoSystem().until('2026-03-14');
    const { subject, text } = await mailOf(play, { kind: 'renewed', customer: german });
    expect(subject).toBe('ProBox, Lizenz L-1: Wartung verlängert bis 14. März 2027');
    expect(text).toContain('Die neue Laufzeit geht vom 15. März 2026 bis zum 14. März 2027.');
    expect(text).toContain('Die Rechnung erhalten Sie am 15. März 2026.');
  });

  it('that was ordered says that it is paid for', async () => {
    const play = activeImage().on('2026-02-01', 'accept-quote', 3).on('2026-02-20', 'payment');
    const text = await textOf(play, { kind: 'renewed' });
    expect(text).toContain('The new term runs from 15 March 2026 to 14 March 2029.\n\nIt is fully paid.');
  });

  it('that is the last because the cancellation came too late says so', async () => {
    const play = videoSystem().on('2026-03-01', 'cancel').until('2026-03-14');
    expect(await textOf(play, { kind: 'renewed' })).toContain(
      'this is the last term. Maintenance ends on 14 March 2027',
    );
  });
});

describe('an activation', () => {
  it('says from when it is covered, and the term that follows', async () => {
    const play = vtubeLaser().on('2026-01-09', 'activate');
    const { subject, text } = await mailOf(play, { kind: 'activated', customer: { locale: 'en-US' } });
    expect(subject).toBe('VTube-LASER, licence L-1: maintenance runs until March 2, 2026');
    expect(text).toContain('was activated on January 9, 2026');
    expect(text).toContain('runs from February 1, 2026 to March 2, 2026');
    expect(text).toContain('You are already covered from January 9, 2026.');
    expect(text).not.toContain('invoice');
  });

  it('by installation says that an invoice follows where one does', async () => {
    const text = await textOf(smartNet().on('2026-02-10', 'install'), { kind: 'activated' });
    expect(text).toContain('was installed on 10 February 2026');
    expect(text).toContain('runs from 10 February 2026 to 31 December 2026');
    expect(text).toContain('You will receive the invoice in a separate email.');
    expect(text).not.toContain('You are already covered');
  });
});

describe('a cancellation', () => {
  it('says until when cover goes on, and that it can be undone until then', async () => {
    const { subject, text } = await mailOf(activeImage().on('2026-01-10', 'cancel'), { kind: 'cancelled' });
    expect(subject).toBe(
      'ActiveImage (Server), licence L-1: renewal cancelled, maintenance ends on 14 March 2026',
    );
    expect(text).toContain('You remain covered until 14 March 2026.');
    expect(text).toContain('use the button below by 14 March 2026, or reply to this email');
    expect(text).not.toMatch(/last day|owed|invoice/);
  });

  it('that came too late says why cover goes on for another term', async () => {
    const text = await textOf(videoSystem().on('2026-02-13', 'cancel'), { kind: 'cancelled' });
    expect(text).toContain('You remain covered until 14 March 2027.');
    expect(text).toContain(
      'The last day to cancel for the end of the current term, 14 March 2026, was 12 February 2026.',
    );
  });

  it('names the invoices that stay owed, less credit', async () => {
    const play = videoSystem().on('2026-03-20', 'payment', 42_00).on('2026-04-01', 'cancel');
    const text = await textOf(play, { kind: 'cancelled' });
    expect(text).toContain('These invoices are still open:\nL-1-I1: €2,100.00, due 15 June 2026');
  });

  it('says of an open order that it is not owed but can still be paid', async () => {
    const play = activeImage().on('2026-02-01', 'accept-quote', 1).on('2026-02-02', 'cancel');
    const text = await textOf(play, { kind: 'cancelled' });
    expect(text).toContain('the cancellation no longer applies:\nL-1-I1: £563.88, due 3 March 2026');
    expect(text).not.toContain('owed');
  });
});

describe('a lapse', () => {
  it('for an unpaid invoice names it, what is void, and how to come back', async () => {
    const { subject, text } = await mailOf(videoSystem().until('2026-06-16'), { kind: 'lapse' });
    expect(subject).toBe('ProBox, licence L-1: maintenance lapsed on 16 June 2026');
    expect(text).toContain('Invoice L-1-I1 was due on 15 June 2026 and has not been paid in full.');
    expect(text).toContain('Your licence remains valid and the software keeps working.');
    expect(text).toContain('You no longer need to pay them:\nL-1-I1: €2,142.00');
    expect(text).toContain('ask for a quote: use the button below, or reply to this email');
    expect(text).toContain('Maintenance then starts on the day of your payment.');
  });

  it('of a term that was not renewed says so', async () => {
    const play = vtubeLaser().on('2026-01-09', 'activate').until('2026-03-03');
    const text = await textOf(play, { kind: 'lapse' });
    expect(text).toContain('The term ended on 2 March 2026 and was not renewed.');
    expect(text).toContain('Maintenance then starts on the first day of the month after your payment.');
    expect(text).not.toContain('no longer need to pay');
  });

  it('after a cancellation says so', async () => {
    const play = smartNet()
      .on('2026-02-10', 'install')
      .on('2026-03-01', 'payment')
      .on('2026-04-01', 'cancel');
    const text = await textOf(play.until('2027-01-01'), { kind: 'lapse' });
    expect(text).toContain('You had cancelled the renewal, and the term ended on 31 December 2026.');
    expect(text).toContain('includes all charges since the last day that you paid for');
  });
});

it('a reinstatement says from when to when the new term runs', async () => {
  const play = videoSystem()
    .on('2026-06-20', 'request-quote')
    .on('2026-06-21', 'accept-quote', 1)
    .on('2026-06-22', 'payment');
  const { subject, text } = await mailOf(play, { kind: 'reinstated' });
  expect(plain(subject)).toBe('ProBox, licence L-1: maintenance reinstated until 21 June 2027');
  expect(text).toContain('The new term runs from 22 June 2026 to 21 June 2027 and is fully paid');
});
