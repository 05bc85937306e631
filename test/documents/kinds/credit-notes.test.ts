import { expect, it } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { wordsOf } from '../../support/documents/papers.ts';
import { activeImage, videoSystem } from '../../support/mail/plays.ts';

const credit = { activity: 'credit-invoice', invoice: 'last', reason: 'agreed' } as const;
const reissue = { activity: 'reissue-invoice', invoice: 'last', reason: 'another address' } as const;

it('names the credited invoice, its purchase order and its service period', async () => {
  const play = activeImage()
    .does('2026-02-01', { activity: 'accept-quote', years: 2, po: 'PO-7' })
    .on('2026-02-10', 'payment')
    .does('2026-02-20', credit);
  const words = await wordsOf(play, 'L-1-C1');
  expect(words).toContain('Invoice L-1-I1 Invoice date 1 February 2026 Your purchase order PO-7');
  expect(words).toContain('Service period 15 March 2026 to 14 March 2028');
});

it('names the period of an order that was credited after the lapse', async () => {
  const play = activeImage()
    .on('2026-03-10', 'accept-quote')
    .does('2026-04-05', { activity: 'hold', until: civilDate('2026-05-01'), reason: 'promised' })
    .until('2026-04-20')
    .does('2026-04-21', credit);
  expect(await wordsOf(play, 'L-1-C1')).toContain('Service period 15 March 2026 to 14 March 2027');
});

it('an invoice that is issued anew keeps the period of the one that it replaces', async () => {
  const play = activeImage()
    .on('2026-02-01', 'accept-quote', 2)
    .on('2026-02-10', 'payment')
    .does('2026-02-20', reissue);
  const words = await wordsOf(play, 'L-1-I2');
  expect(words).toContain('Service period 15 March 2026 to 14 March 2028');
});

it('has what the law wants of the vendor, and the account manager, in the language of the customer', async () => {
  const play = videoSystem().until('2026-03-15').does('2026-03-20', credit);
  const accountManager = 'kim@video-sma.example';
  const german = await wordsOf(play, 'L-1-C1', { locale: 'de-AT', country: 'AT', accountManager });
  expect(german).toContain('Handelsregister: AG Charlottenburg, HRB 123456 B');
  expect(german).toContain('Geschäftsführerin: Erika Beispiel');
  expect(german).toContain('Ihre Ansprechperson kim@video-sma.example');
  const english = await wordsOf(play, 'L-1-C1', { locale: 'en-IE', country: 'IE', accountManager });
  expect(english).toContain('Commercial register: AG Charlottenburg, HRB 123456 B');
  expect(english).toContain('Your contact kim@video-sma.example');
});
