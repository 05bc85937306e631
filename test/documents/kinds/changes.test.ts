import { expect, it } from 'vitest';
import { Play } from '../../support/application/play.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { smartNet } from '../../support/mail/plays.ts';
import { wordsOf } from '../../support/documents/papers.ts';

const germany = { locale: 'de-DE', country: 'DE' };

function proBox(): Play {
  return new Play(videoSma, { product: 'ProBox', country: 'DE', list: 2400_00, purchasedOn: '2026-01-01' });
}

it('a quote for another edition shows its price and the credit', async () => {
  const play = proBox().does('2026-03-02', { activity: 'request-change', edition: 'Enterprise' });
  const words = await wordsOf(play, 'L-1-Q1', germany);
  expect(words).toContain('Unser Angebot für den Wechsel zur Edition Enterprise.');
  expect(words).toContain(
    'das Angebot TEST-2026-00001 annehmen. Sie erhalten dann eine Rechnung. Nach vollständiger Zahlung führen wir Ihre Bestellung aus.',
  );
  expect(words).toMatch(/Enterprise: zum Listenpreis 9\.800,00 €/);
  expect(words).toMatch(/Netto 7\.400,00 € USt\. \(19 %\) 1\.406,00 € Gesamt 8\.806,00 €/);
});

it('an invoice for more modules shows their list prices and the days that are charged', async () => {
  const play = proBox().does('2026-03-02', { activity: 'add-modules', skus: ['CAM-16', 'POS'] });
  const words = await wordsOf(play, 'L-1-I1', germany);
  expect(words).toContain('Diese Rechnung gilt für die Erweiterung um CAM-16 und POS.');
  expect(words).toContain('CAM-16 1.280,00 € POS 399,95 € Alle Module 1.679,95 €');
  expect(words).toContain(
    '2. März 2026 bis 31. Dezember 2026 19 % von 1.679,95 € pro Jahr 305 von 365 Tagen 266,72 €',
  );
});

it.each([
  ['en-NZ', 'Labour $140.00 an hour 1 hour $140.00'],
  ['de-DE', 'Arbeitszeit 140,00 NZ$ pro Stunde 1 Stunde 140,00 NZ$'],
])('a quote for a migration that takes one hour says so in %s', async (locale, line) => {
  const play = smartNet()
    .on('2026-02-10', 'install')
    .does('2026-03-02', {
      activity: 'request-migration',
      hours: 1,
      hardware: { amount: 1200_00, currency: 'NZD' },
    });
  expect(await wordsOf(play, 'L-1-Q1', { locale })).toContain(line);
});
