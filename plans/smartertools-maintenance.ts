import { definePlan } from '../domain/plan.ts';

/** SmarterTools Maintenance and Support: twelve months with every licence, renewed or reinstated as needed. */
export const smartertoolsMaintenance = definePlan({
  id: 'smartertools-maintenance',
  name: 'SmarterTools Maintenance and Support',
  vendor: {
    name: 'SmarterTools',
    email: 'sales@smartertools.example', // assumed
    website: 'https://smartertools.example', // assumed
  },
  timeZone: 'America/Phoenix', // assumed
  currency: 'USD', // assumed
  taxByCountry: {}, // assumed
  price: {
    kind: 'share-of-list',
    ratesByTerm: [30], // assumed
    discountByYears: {},
  },
  firstTerm: {
    from: 'purchasedOn',
    starts: 'that-day',
    length: { kind: 'months', months: 12 },
    charge: 'paid-with-licence',
  },
  term: { kind: 'months', months: 12 },
  renewal: {
    mode: 'order',
    quoteDaysBeforeEnd: 30, // assumed
  },
  quote: {
    validDays: 30, // assumed
    years: [1],
    payableDays: 30, // assumed
  },
  reinstatement: { kind: 'new-term', starts: 'payment-day', rate: null }, // assumed: no back-charge
  reminders: [
    // all assumed
    { kind: 'expiry', daysBeforeEnd: 30 },
    { kind: 'expiry', daysBeforeEnd: 7 },
  ],
});
