import { expect, it } from 'vitest';
import { transferOf } from '../../../documents/parts/payment-code.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { codeIn } from '../../support/documents/codes.ts';
import { pdfOf } from '../../support/documents/papers.ts';
import { activeImage, videoSystem } from '../../support/mail/plays.ts';

const germany = { locale: 'de-DE', country: 'DE' };

it('has what is still to pay and the number in a code that a banking app reads', async () => {
  const play = videoSystem().on('2026-02-01', 'payment', 500_00).until('2026-03-15');
  expect(codeIn(await pdfOf(play, 'L-1-I1', germany))).toBe(
    [
      ...['BCD', '002', '1', 'SCT', 'COBADEFFXXX', 'Video SMA', 'DE89370400440532013000'],
      ...['EUR1642.00', '', '', 'TEST-2026-00001'],
    ].join('\n'),
  );
});

it('has no code where nothing is to pay, or not in euros', async () => {
  const paid = videoSystem().on('2026-02-01', 'payment', 3000_00).until('2026-03-15');
  expect(codeIn(await pdfOf(paid, 'L-1-I1', germany))).toBeUndefined();
  const pounds = activeImage().on('2026-02-01', 'accept-quote', 2);
  expect(codeIn(await pdfOf(pounds, 'L-1-I1'))).toBeUndefined();
});

it('has none without an IBAN, or for more than a transfer takes', () => {
  const { vendor } = videoSma;
  const euros = (amount: number) => ({ amount, currency: 'EUR' });
  expect(transferOf({ ...vendor, payment: [] }, euros(1), 'N')).toBeUndefined();
  expect(transferOf(vendor, euros(999_999_999_99), 'N')).toContain('EUR999999999.99');
  expect(transferOf(vendor, euros(1_000_000_000_00), 'N')).toBeUndefined();
});

it('shortens a name that is longer than the code may have', () => {
  const vendor = { ...videoSma.vendor, name: 'Ü'.repeat(80), payment: videoSma.vendor.payment.slice(1) };
  expect(transferOf(vendor, { amount: 1, currency: 'EUR' }, 'N')?.split('\n')[5]).toBe('Ü'.repeat(70));
});
