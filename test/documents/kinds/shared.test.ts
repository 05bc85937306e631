import { expect, it } from 'vitest';
import { renderDocument } from '../../../documents/render.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';
import { pagesOf } from '../../support/documents/papers.ts';
import { sharedContentOf } from '../../support/documents/shared.ts';

const lists = [1001_25, 2002_35, 333_33];

/** The sum of their taxes (133.47) is a penny less than the tax of their sum (133.48). */
function offered(discountPercent?: number): Play[] {
  return lists.map((list, index) =>
    new Play(netjapanMaintenance, {
      licenceId: `NJ-${index + 1}`,
      country: 'GB',
      list,
      purchasedOn: '2025-03-15',
      discountPercent,
    }).until('2026-01-13'),
  );
}

async function wordsOf(content: ReturnType<typeof sharedContentOf>, locale: string): Promise<string> {
  return (await pagesOf(await renderDocument(content, locale))).join(' ');
}

it('has a line for each licence in each option of a quote, and sums of what the licences were quoted', async () => {
  const plays = offered();
  const words = await wordsOf(sharedContentOf(plays, 'Q'), 'en-GB');
  expect(words).toContain('We offer to renew the maintenance of these 3 licences.');
  expect(words).toContain('Option 1: 1 year Cover: 15 March 2026 to 14 March 2027');
  expect(words).toContain('NJ-1 Maintenance of Suite 20% of £1,001.25 a year 1 year £200.25');
  expect(words).toContain('NJ-2 Maintenance of Suite 20% of £2,002.35 a year 1 year £400.47');
  expect(words).toContain('NJ-3 Maintenance of Suite 20% of £333.33 a year 1 year £66.67');
  expect(words).toContain('Net £667.39 VAT (20%) £133.47 Total £800.86');
  expect(words).toContain('for all licences, or for some of them');
  const totals = plays.map(({ events }) => {
    const issued = events.find((event) => event.type === 'QuoteIssued');
    return issued?.type === 'QuoteIssued' ? (issued.options[0]?.total.amount ?? 0) : 0;
  });
  expect(totals.reduce((sum, total) => sum + total)).toBe(800_86);
});

it('shows the discount of all licences as a line of its own', async () => {
  const content = sharedContentOf(offered(7.5), 'Q');
  const words = await wordsOf(content, 'en-GB');
  // 15.02 + 30.04 + 5.00, each rounded half up by itself.
  expect(words).toContain('Your discount: 7.5% off -£50.06 Net £617.33');
});

it('is one invoice in German, with the sum of what each licence owes', async () => {
  const plays = ['SMA-1', 'SMA-2'].map((licenceId, index) =>
    new Play(videoSma, {
      licenceId,
      country: 'DE',
      list: 1000_03 + index,
      purchasedOn: `2025-03-${15 + index}`,
      coverStarts: '2025-03-10',
      coverEnds: '2026-03-09',
    }).until('2026-03-10'),
  );
  const content = sharedContentOf(plays, 'I', { locale: 'de-AT', country: 'DE' });
  const words = await wordsOf(content, 'de-AT');
  expect(words).toContain('Wartung von 2 Lizenzen, jede mit einer eigenen Position.');
  expect(words).toContain('Leistungszeitraum 10. März 2026 bis 9. März 2027');
  expect(words).toMatch(/SMA-1 Wartung von Suite 18\s% von .*SMA-2 Wartung von Suite/);
  expect(words).toContain('bezahlt die Positionen von oben nach unten');
  if (content.kind !== 'invoice') throw new Error('it is an invoice');
  const { price } = content.bill;
  expect(price.total.amount).toBe(content.lines.reduce((sum, { bill }) => sum + bill.price.total.amount, 0));
  expect(price.total.amount).toBe(price.net.amount + price.tax.amount);
});
