import { expect, it } from 'vitest';
import { contentOf, pagesOf, pdfOf, wordsOf } from '../../support/documents/papers.ts';
import { austrian, systemOf } from '../../support/einvoice/invoices.ts';
import { activeImage, smartNet, videoSystem } from '../../support/mail/plays.ts';

const germany = { locale: 'de-DE', country: 'DE' };

it('shows what is charged, how it is calculated, until when and how to pay it, and what happens otherwise', async () => {
  const words = await wordsOf(videoSystem().until('2026-03-15'), 'L-1-I1', germany);
  expect(words).toContain(
    'Rechnungsnummer TEST-2026-00001 Rechnungsdatum 15. März 2026 Zahlbar bis 15. Juni 2026',
  );
  expect(words).toContain('Leistungszeitraum 15. März 2026 bis 14. März 2027');
  expect(words).toContain('18 % von 10.000,00 € pro Jahr 1 Jahr 1.800,00 €');
  expect(words).toContain('USt. (19 %) 342,00 € Gesamt 2.142,00 € Alle Beträge in EUR.');
  expect(words).toContain('Bitte zahlen Sie 2.142,00 € bis zum 15. Juni 2026');
  expect(words).toContain('IBAN DE89 3704 0044 0532 0130 00');
  expect(words).toContain('erlischt die Wartung am 16. Juni 2026');
});

it('charges a first term by its days', async () => {
  const play = smartNet().on('2026-02-10', 'install').until('2026-02-10');
  const words = await wordsOf(play, 'L-1-I1', { country: 'NZ', locale: 'en-NZ' });
  expect(words).toContain('10 February 2026 to 31 December 2026 $480.00 a year 325 of 365 days $427.40');
});

it('takes off the credit that there was when it was issued', async () => {
  const play = videoSystem().on('2026-02-01', 'payment', 500_00).until('2026-03-15');
  const words = await wordsOf(play, 'L-1-I1', germany);
  expect(words).toContain('Gesamt 2.142,00 € Abzüglich Ihres Guthabens 500,00 € Zu zahlen 1.642,00 €');
  expect(words).toContain('Bitte zahlen Sie 1.642,00 €');
});

it('asks for nothing where credit has paid it', async () => {
  const play = videoSystem().on('2026-02-01', 'payment', 3000_00).until('2026-03-15');
  const words = await wordsOf(play, 'L-1-I1', germany);
  expect(words).toContain('Gesamt 2.142,00 € Bereits bezahlt 2.142,00 € Zu zahlen 0,00 €');
  expect(words).toContain('Es ist nichts zu zahlen');
  expect(words).not.toContain('Zahlbar bis');
});

it('says what it said, whatever has happened since', () => {
  const issued = videoSystem().until('2026-03-15');
  const paid = videoSystem().on('2026-04-01', 'payment');
  const lapsed = videoSystem().until('2026-07-01');
  expect(contentOf(paid, 'L-1-I1')).toEqual(contentOf(issued, 'L-1-I1'));
  expect(contentOf(lapsed, 'L-1-I1')).toEqual(contentOf(issued, 'L-1-I1'));
});

it('of an accepted quote says that the term starts when it is paid', async () => {
  const play = activeImage().on('2026-02-01', 'accept-quote', 2);
  const words = await wordsOf(play, 'L-1-I1');
  expect(words).toContain('Service period 15 March 2026 to 14 March 2028');
  expect(words).toContain('20% of £2,349.50 a year 2 years 5% £892.81');
  expect(words).toContain('The term starts once this invoice is paid in full.');
  expect(words).toContain(
    'If it is not paid by 3 March 2026, we will cancel your order and the term will not start.',
  );
  const inGerman = await wordsOf(play, 'L-1-I1', germany);
  expect(inGerman).toContain('stornieren wir Ihre Bestellung und die Laufzeit beginnt nicht.');
});

it('says first what is to pay and until when', async () => {
  const words = await wordsOf(videoSystem().until('2026-03-15'), 'L-1-I1', germany);
  expect(words).toContain('2.142,00 €, fällig am 15. Juni 2026 Wartung von ProBox, Lizenz L-1.');
});

it('of a system with two modules, a discount and a payment code fits one page', async () => {
  const owner = { ...austrian, discountPercent: 5, accountManager: 'kim@video-sma.example' };
  expect(await pagesOf(await pdfOf(systemOf(owner).until('2026-03-15'), 'L-1-I1', owner))).toHaveLength(1);
});

it("names the vendor's country in the customer's language", async () => {
  const play = videoSystem().until('2026-03-15');
  expect(await wordsOf(play, 'L-1-I1', germany)).toContain('10115 Berlin Deutschland USt-IdNr.');
  expect(await wordsOf(play, 'L-1-I1')).toContain('10115 Berlin Germany VAT number');
});
