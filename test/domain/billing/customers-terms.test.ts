import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, addDays } from '../../../domain/calendar.ts';
import { upliftedYear } from '../../../domain/billing/uplift.ts';
import { money } from '../../../domain/billing/money.ts';
import { alignedEnd } from '../../../domain/cover/alignment.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { Play } from '../../support/application/play.ts';

const align = (to: string) => ({ activity: 'align', to }) as const;

describe('a discount', () => {
  it('is rounded half up as a line of its own, before tax, and promised by the quote', () => {
    const play = new Play(netjapanMaintenance, {
      purchasedOn: '2025-03-01',
      list: 333_33,
      country: 'GB',
      discountPercent: 12.5,
    });
    play.on('2026-01-20', 'accept-quote');
    // 66.67 (20 % of 333.33) less 8.33 (12.5 %) is 58.34; 20 % VAT 11.67.
    expect(play.journal('2026-01-20').at(-1)).toBe('2026-01-20 InvoiceIssued renewal 7001 by 2026-02-19');
  });
});

describe('a purchase order', () => {
  const buyer = { purchasedOn: '2025-05-31', poRequired: true } as const;
  const accept = { activity: 'accept-quote', years: 1 } as const;

  it('that is required is named on acceptance, or stands for all', () => {
    const play = new Play(smartertoolsMaintenance, buyer).does('2026-05-10', accept);
    play.does('2026-05-11', { ...accept, po: '4500-17', by: 'Jane Doe' });
    expect(play.journal('2026-05-10').slice(0, 2)).toEqual([
      '2026-05-10 ActivityRejected accept-quote',
      '2026-05-11 QuoteAccepted 1y',
    ]);
    expect(play.events.at(-1)).toMatchObject({ type: 'InvoiceIssued', purchaseOrder: '4500-17' });
    const standing = new Play(smartertoolsMaintenance, { ...buyer, poNumber: 'FW-7' });
    expect(standing.does('2026-05-10', accept).events.at(-1)).toMatchObject({ purchaseOrder: 'FW-7' });
  });
});

describe('a declined quote', () => {
  const decline = { activity: 'decline-quote', reason: 'not needed' } as const;

  it('is closed, does not go out again by itself, and reminders go on', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' });
    play.does('2026-05-05', decline).does('2026-05-06', decline).until('2026-06-01');
    expect(play.journal('2026-05-05')).toEqual([
      '2026-05-05 QuoteDeclined L-1-Q1',
      '2026-05-06 ActivityRejected decline-quote',
      '2026-05-23 ReminderIssued expiry-7',
      '2026-05-31 MaintenanceLapsed not-renewed',
    ]);
  });

  it('that the customer had asked for leaves the automatic quote to its day', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' });
    play.on('2026-03-01', 'request-quote').does('2026-03-02', decline).until('2026-04-30');
    expect(play.journal('2026-03-02')[1]).toBe('2026-04-30 QuoteIssued renewal 1y=30000');
  });
});

describe('an aligned term', () => {
  it('of an automatic plan ends on the day, is charged by days, and later terms go on from it', () => {
    const play = new Play(videoSma, { coverEnds: '2026-02-28' }).does('2026-01-10', align('09-30'));
    play.until('2026-03-01').on('2026-03-02', 'payment').until('2026-09-30');
    // 18 % of 1,000.00 × 214 ÷ 365 = 105.534…
    expect(play.journal('2026-01-10').filter((line) => /Align|Term|Invoice/.test(line))).toEqual([
      '2026-01-10 AlignmentSet to 09-30',
      '2026-02-28 TermStarted renewal 2026-03-01..2026-09-30',
      '2026-03-01 InvoiceIssued renewal 10553 by 2026-06-01',
      '2026-03-02 InvoicePaid',
      '2026-09-30 TermStarted renewal 2026-10-01..2027-09-30',
    ]);
  });

  it('of an order plan is quoted by days', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-03-01' });
    play.does('2026-01-10', align('12-31')).on('2026-02-01', 'accept-quote').on('2026-02-02', 'payment');
    // 30 % of 1,000.00 × 306 ÷ 365 = 251.506…
    expect(play.journal('2026-01-10').filter((line) => /Quote|Term/.test(line))).toEqual([
      '2026-01-29 QuoteIssued renewal 1y=25151',
      '2026-02-01 QuoteAccepted 1y',
      '2026-02-02 TermStarted renewal 2026-03-01..2026-12-31',
    ]);
    // The term after it is a whole one.
    expect(play.licence.alignTo).toBeUndefined();
    expect(play.on('2026-02-03', 'request-quote').journal('2026-02-03')).toEqual([
      '2026-02-03 QuoteIssued renewal 1y=30000',
    ]);
  });

  it('waits for the term after one that was quoted before', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-03-01' }).until('2026-01-29');
    play.does('2026-01-30', align('12-31')).on('2026-02-01', 'accept-quote').on('2026-02-02', 'payment');
    play.on('2026-02-03', 'request-quote');
    expect(play.licence.alignTo).toBe('12-31');
    // 300.00 × 306 days ÷ 366, those of the whole term to 29 February 2028.
    expect(play.journal('2026-02-02').slice(-2)).toEqual([
      '2026-02-02 TermStarted renewal 2026-03-01..2027-02-28',
      '2026-02-03 QuoteIssued renewal 1y=25082',
    ]);
  });

  it('lasts four weeks and a day at least, and 02-29 is the last of February', () => {
    const ends = (to: string, starts: string) =>
      alignedEnd(to, civilDate(starts), addDays(civilDate(starts), 364), 0).ends;
    expect(ends('03-28', '2026-03-01')).toBe('2027-03-28');
    expect(ends('03-29', '2026-03-01')).toBe('2026-03-29');
    expect(ends('02-29', '2026-06-01')).toBe('2027-02-28');
    expect(ends('02-29', '2027-06-01')).toBe('2028-02-29');
  });

  it('is refused for calendar years, and once renewal is cancelled', () => {
    const member = new Play(smartNetUserGroup, { coverEnds: '2025-12-31', registeredOn: '2025-12-01' });
    expect(member.does('2025-12-02', align('06-30')).journal('2025-12-02')).toEqual([
      '2025-12-02 ActivityRejected align',
    ]);
    const play = new Play(videoSma, { coverEnds: '2026-02-28' }).on('2026-01-10', 'cancel');
    expect(play.does('2026-01-11', align('06-30')).journal('2026-01-11')).toEqual([
      '2026-01-11 ActivityRejected align',
    ]);
  });
});

it('a price that a renewal notice has named holds, whatever the plan costs later', () => {
  const play = new Play(videoSma, { coverEnds: '2026-02-28' }).until('2026-01-01');
  const dearer = { ...videoSma, price: { ...videoSma.price, ratesByTerm: [30, 29, 28] } } as typeof videoSma;
  Object.assign(play, { plan: dearer });
  expect(play.until('2026-03-01').journal('2026-03-01')).toEqual([
    '2026-03-01 InvoiceIssued renewal 18000 by 2026-06-01',
  ]);
});

describe('an uplift', () => {
  it('compounds with each year rounded half up, up to its cap', () => {
    const year = (further: number, most?: number) =>
      upliftedYear({ percent: 3, most }, money(333_33, 'EUR'), further).amount;
    // 343.33 (3 % is 9.9999), 353.63 (10.2999), 364.24 (10.6089).
    expect([0, 1, 2, 3].map((further) => year(further))).toEqual([33333, 34333, 35363, 36424]);
    // 5 % of 333.33 is 16.67.
    expect([1, 2, 3].map((further) => year(further, 5))).toEqual([34333, 35000, 35000]);
  });

  it('never falls and never passes the cap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 0, max: 10_000 }),
        (amount, hundredths) => {
          const uplift = { percent: hundredths / 100, most: 20 };
          const years = [0, 1, 2, 5].map((n) => upliftedYear(uplift, money(amount, 'EUR'), n).amount);
          expect(years.toSorted((a, b) => a - b)).toEqual(years);
          expect(years.at(-1)).toBeLessThanOrEqual(Math.floor(amount * 1.2 + 0.5));
        },
      ),
    );
  });
});
