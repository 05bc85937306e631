import { definePlan } from '../domain/plan.ts';

/** NetJapan Maintenance for ActiveImage and others: bought for one to five years, then offered for more. */
export const netjapanMaintenance = definePlan({
  id: 'netjapan-maintenance',
  name: 'NetJapan Maintenance',
  vendor: {
    name: 'NetJapan',
    email: 'maintenance@netjapan.example', // assumed
    website: 'https://netjapan.example', // assumed
  },
  timeZone: 'Europe/London', // assumed
  currency: 'GBP', // assumed
  taxByCountry: { GB: 20 }, // assumed: VAT in Great Britain, none elsewhere
  price: {
    kind: 'share-of-list',
    ratesByTerm: [20], // assumed
    discountByYears: { 2: 5, 3: 10 }, // assumed
  },
  firstTerm: {
    from: 'purchasedOn',
    starts: 'that-day',
    length: { kind: 'years-bought', most: 5 },
    charge: 'paid-with-licence',
  },
  term: { kind: 'months', months: 12 },
  renewal: {
    mode: 'order',
    quoteDaysBeforeEnd: 60, // assumed
  },
  quote: {
    validDays: 60, // assumed
    years: [1, 2, 3],
    payableDays: 30, // assumed
  },
  reinstatement: { kind: 'new-term', starts: 'payment-day', rate: null }, // assumed: the same prices, from the payment
  reminders: [
    // all assumed
    { kind: 'expiry', daysBeforeEnd: 60 },
    { kind: 'expiry', daysBeforeEnd: 30 },
    { kind: 'expiry', daysBeforeEnd: 7 },
  ],
});
