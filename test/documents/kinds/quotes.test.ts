import { expect, it } from 'vitest';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { activeImage, videoSystem, vtubeLaser } from '../../support/mail/plays.ts';
import { Play } from '../../support/application/play.ts';
import { pagesOf, pdfOf, wordsOf } from '../../support/documents/papers.ts';

it('shows every option with all that its price is calculated from', async () => {
  const words = await wordsOf(activeImage().until('2026-01-13'), 'L-1-Q1');
  expect(words).toContain('Module List price M £2,349.50 Option 1');
  expect(words).toContain('Option 1: 1 year Cover: 15 March 2026 to 14 March 2027');
  expect(words).toContain('20% of £2,349.50 a year 1 year 0% £469.90 VAT (20%) £93.98 Total £563.88');
  expect(words).toContain('Option 2: 2 years Cover: 15 March 2026 to 14 March 2028');
  expect(words).toContain('20% of £2,349.50 a year 2 years 5% £892.81 VAT (20%) £178.56 Total £1,071.37');
  expect(words).toContain('Option 3: 3 years Cover: 15 March 2026 to 14 March 2029');
  expect(words).toContain('20% of £2,349.50 a year 3 years 10% £1,268.73 VAT (20%) £253.75 Total £1,522.48');
});

it('names its number, the parties, its days and how to accept it', async () => {
  const words = await wordsOf(activeImage().until('2026-01-13'), 'L-1-Q1');
  expect(words).toContain(
    'Quote number TEST-2026-00001 Quote date 13 January 2026 Valid until 14 March 2026',
  );
  expect(words).toContain(
    'From NetJapan 1 Example Road London EC1A 1AA United Kingdom VAT number: GB 123 4567 89',
  );
  expect(words).toContain('To Holmes & Daughter Ltd United Kingdom systems@holmes.example');
  expect(words).toMatch(
    /To accept quote TEST-2026-00001, please write to \S+ by 14 March 2026 and state the number of years: 1, 2 or 3\./,
  );
  expect(words).toContain(
    'We will then send you an invoice, payable within 30 days. If it is not paid in full by then, we will cancel your order and the maintenance will not start.',
  );
});

it('is in German, with German dates and amounts, for a German customer', async () => {
  const play = videoSystem().on('2026-07-20', 'request-quote');
  const words = await wordsOf(play, 'L-1-Q1', { locale: 'de-DE', country: 'DE' });
  expect(words).toContain('Angebotsdatum 20. Juli 2026 Gültig bis 19. August 2026');
  expect(words).toContain('24 % von 10.000,00 € pro Jahr 1 Jahr 2.400,00 €');
  expect(words).toContain('USt. (19 %) 456,00 € Gesamt 2.856,00 €');
  expect(words).toContain('1 Jahr ab dem Tag des Zahlungseingangs');
});

it('adds up a back-charge year by year, at the days of each', async () => {
  const play = new Play(smartNetUserGroup, {
    country: 'NZ',
    installedOn: '2024-10-01',
    coverEnds: '2024-12-31',
  });
  const words = await wordsOf(play.on('2026-03-02', 'request-quote'), 'L-1-Q1', { locale: 'en-NZ' });
  expect(words).toContain('1 January 2025 to 31 December 2025 $480.00 a year 365 of 365 days $480.00');
  expect(words).toContain('1 January 2026 to 31 December 2026 $480.00 a year 365 of 365 days $480.00');
  expect(words).toContain('Net $960.00 GST (15%) $144.00 Total $1,104.00 All amounts are in NZD.');
});

it('says nothing of a tax that the vendor never charges', async () => {
  const play = vtubeLaser().on('2026-01-10', 'activate').on('2026-02-01', 'request-quote');
  const words = await wordsOf(play, 'L-1-Q1', { country: 'US' });
  expect(words).toContain('US$1,200.00 Total US$1,200.00');
  expect(words).not.toMatch(/\btax\b|VAT/i);
});

it('says by name that the vendor charges no tax in this country', async () => {
  const play = (country: string) => {
    const facts = { product: 'Suite', country, purchasedOn: '2025-03-15' };
    return new Play(netjapanMaintenance, facts).until('2026-01-13');
  };
  expect(await wordsOf(play('US'), 'L-1-Q1', { country: 'US' })).toContain(
    'No VAT is charged on supplies to your country.',
  );
  expect(await wordsOf(play('AT'), 'L-1-Q1', { country: 'AT', locale: 'de-AT' })).toMatch(
    / berechnen wir für Leistungen in Ihr Land nicht\./,
  );
});

it('repeats the heads of a long table on every page and keeps its sum with the last row', async () => {
  const modules = Array.from({ length: 60 }, (_, index) => [`MODULE-${index + 1}`, 100_00] as const);
  // About where the rows, the sum and what follows begin a new page.
  for (const count of [2, 20, 21, 22, 23, 53, 54, 55, 56, 60]) {
    const facts = {
      country: 'GB',
      purchasedOn: '2025-03-15',
      modules: Object.fromEntries(modules.slice(0, count)),
    };
    const play = new Play(netjapanMaintenance, facts).until('2026-01-13');
    const pages = await pagesOf(await pdfOf(play, 'L-1-Q1'));
    const withModules = pages.filter((page) => page.includes('MODULE-'));
    for (const page of withModules) expect(page).toContain('Module List price MODULE-');
    const [sums] = pages.filter((page) => page.includes('All modules'));
    expect(sums).toContain(`MODULE-${count} £100.00 All modules £${(count * 100).toLocaleString('en')}.00`);
    pages.forEach((page, index) => {
      expect(page).toMatch(new RegExp(`Page ${index + 1} of ${pages.length}$`));
      expect(page).not.toMatch(/(Option \d: \d years?|Description Price Quantity Discount Net) NetJapan ·/);
    });
  }
});
