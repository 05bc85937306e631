import { describe, expect, it } from 'vitest';
import { planSchema } from '../../../domain/plan/plan-schema.ts';
import { netjapanMaintenance as netjapan } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup as smartNet } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance as smartertools } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp as vtube } from '../../../plans/vtube-laser-smp.ts';

describe('the values of a plan have bounds', () => {
  const { renewal } = videoSma;
  const payWithin = (within: object) => ({ ...videoSma, renewal: { ...renewal, payWithin: within } });
  const invoicedOn = (month: number, day: number) => ({
    ...smartNet,
    renewal: { ...smartNet.renewal, invoicedOn: { month, day } },
  });
  const notice = (noticeDays: number) => ({ ...videoSma, renewal: { ...renewal, noticeDays } });
  const rates = (...ratesByTerm: number[]) => ({ ...videoSma, price: { ...videoSma.price, ratesByTerm } });
  const perYear = (price: number) => ({
    ...smartNet,
    price: { kind: 'flat', perYear: { 'Smart-Net': price } },
  });
  const quote = (change: object) => ({ ...vtube, quote: { ...vtube.quote, ...change } });
  const years = (most: number) => ({
    ...netjapan,
    firstTerm: { ...netjapan.firstTerm, length: { kind: 'years-bought', most } },
  });
  const trained = (monthsWith: number, daysWithout: number) => ({
    ...vtube,
    firstTerm: { ...vtube.firstTerm, length: { kind: 'by-training', monthsWith, daysWithout } },
  });
  const reminders = (count: number) => ({
    ...vtube,
    reminders: Array.from({ length: count }, (_, n) => ({ kind: 'expiry', daysBeforeEnd: n })),
  });
  const prefix = (invoice: string) => ({ ...vtube, numbers: { ...vtube.numbers, invoice } });
  const discount = (of: string, percent: number) => ({
    ...netjapan,
    price: { kind: 'share-of-list', ratesByTerm: [20], discountByYears: { [of]: percent } },
  });
  const receivables = (change: object) => ({ ...vtube, receivables: { ...vtube.receivables, ...change } });
  const reinstated = (change: object) => ({ ...vtube, reinstatement: { ...vtube.reinstatement, ...change } });
  const fee = (fromDays: number, of: object) => reinstated({ fees: [{ fromDays, fee: of }] });
  const emergency = (change: object) => ({
    ...smartertools,
    support: { ...smartertools.support, emergency: { ...smartertools.support?.emergency, ...change } },
  });
  const calendar = (change: object) => ({
    ...smartertools,
    support: {
      ...smartertools.support,
      response: {
        withinBusinessHours: 4,
        calendar: { ...smartertools.support?.response?.calendar, ...change },
      },
    },
  });

  it.each<[name: string, within: readonly object[], beyond: readonly object[]]>([
    ['days of notice', [notice(0), notice(3650)], [notice(-1), notice(3651), notice(0.5)]],
    [
      'payment within days or months',
      [payWithin({ days: 0 }), payWithin({ months: 1 }), payWithin({ months: 1200 })],
      [
        payWithin({ months: 0 }),
        payWithin({ months: 1201 }),
        payWithin({ days: 1, months: 1 }),
        payWithin({}),
      ],
    ],
    [
      'a day of the year',
      [invoicedOn(1, 1), invoicedOn(12, 31)],
      [invoicedOn(0, 1), invoicedOn(13, 1), invoicedOn(1, 0), invoicedOn(1, 32)],
    ],
    [
      'rates',
      [rates(0), rates(100), rates(12.34)],
      [rates(), rates(-1), rates(100.01), rates(1.234), rates(...Array<number>(101).fill(1))],
    ],
    [
      'prices a year',
      [perYear(1), perYear(1_000_000_000_000)],
      [perYear(0), perYear(1_000_000_000_001), perYear(1.5)],
    ],
    [
      'discounts of several years',
      [discount('2', 0), discount('2', 100)],
      [discount('two', 5), discount('2', 100.5), discount('x2', 5), discount('2x', 5)],
    ],
    [
      'quotes',
      [quote({ years: [1, 100] }), quote({ validDays: 0 }), quote({ payableDays: 3650 })],
      [
        quote({ years: [] }),
        quote({ years: [0] }),
        quote({ years: [101] }),
        quote({ years: Array<number>(21).fill(1) }),
        quote({ validDays: -1 }),
      ],
    ],
    ['years bought', [years(1), years(100)], [years(0), years(101)]],
    ['months and days by training', [trained(1, 1)], [trained(0, 30), trained(12, 0), trained(1201, 30)]],
    ['reminders', [reminders(50), reminders(0)], [reminders(51)]],
    [
      'numbers of documents',
      [prefix('A'), prefix('SMA-2-B')],
      [prefix(''), prefix('sma'), prefix('A-'), prefix('-A'), prefix('A--B'), prefix('A B')],
    ],
    [
      'ids and kept years',
      [
        { ...vtube, id: 'a-1' },
        { ...vtube, documentsKeptYears: 1 },
        { ...vtube, documentsKeptYears: 30 },
      ],
      [
        { ...vtube, id: 'A' },
        { ...vtube, id: '' },
        { ...vtube, id: 'a b' },
        { ...vtube, documentsKeptYears: 31 },
      ],
    ],
    [
      'countries of tax',
      [{ ...vtube, reverseCharge: ['AT'] }],
      [
        { ...vtube, reverseCharge: ['at'] },
        { ...vtube, reverseCharge: ['AUT'] },
        { ...vtube, reverseCharge: ['A'] },
      ],
    ],
    [
      'holds and reopened invoices',
      [receivables({ longestHoldDays: 0 })],
      [receivables({ longestHoldDays: -1 }), receivables({ reopenedPayableDays: 3651 })],
    ],
    [
      'reinstatement',
      [
        reinstated({ rate: 100 }),
        reinstated({ starts: 'where-cover-ended' }),
        reinstated({ quotedUntilDays: 0 }),
        fee(0, { fixed: 1 }),
        fee(3650, { percentOfGap: 1000 }),
      ],
      [
        reinstated({ rate: 100.01 }),
        reinstated({ starts: 'someday' }),
        reinstated({ quotedUntilDays: -1 }),
        fee(-1, { fixed: 1 }),
        fee(0, { fixed: 0 }),
        fee(0, { percentOfGap: 1000.01 }),
        fee(0, { fixed: 1, percentOfGap: 1 }),
      ],
    ],
    [
      'emergency support',
      [emergency({ price: 1 }), emergency({ price: 1_000_000_000_000 })],
      [
        emergency({ price: 0 }),
        emergency({ price: 1_000_000_000_001 }),
        emergency({ respondWithinHours: 0 }),
        emergency({ benefit: '' }),
      ],
    ],
    [
      'business hours',
      [calendar({ days: ['sunday'], from: '00:00', to: '23:59' })],
      [
        calendar({ days: [] }),
        calendar({ days: ['someday'] }),
        calendar({ from: '17:00' }),
        calendar({ from: '9:00' }),
        calendar({ to: '24:00' }),
        calendar({ holidays: ['2026-02-30'] }),
        calendar({ timeZone: 'Moon' }),
      ],
    ],
    [
      'updates',
      [],
      [
        { ...vtube, updates: { ...vtube.updates, products: [] } },
        { ...vtube, updates: { ...vtube.updates, products: [''] } },
      ],
    ],
    [
      'words in two languages',
      [],
      [
        { ...vtube, trackedBy: { en: 'key' } },
        { ...vtube, trackedBy: { en: 'key', de: '' } },
        { ...vtube, trackedBy: { en: 'key', de: 'Schlüssel', fr: 'clé' } },
      ],
    ],
    [
      'what a plan knows',
      [],
      [
        { ...vtube, colour: 'red' },
        { ...vtube, quote: { ...vtube.quote, colour: 'red' } },
      ],
    ],
  ])('%s', (_name, within, beyond) => {
    for (const plan of within) expect(planSchema.safeParse(plan).error?.issues).toBeUndefined();
    for (const plan of beyond) expect(planSchema.safeParse(plan).success, JSON.stringify(plan)).toBe(false);
  });
});
