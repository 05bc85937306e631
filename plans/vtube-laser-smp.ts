import type { Plan } from '../domain/plan/plan.ts';

/** VTube-LASER Software Maintenance Plan: prepaid and optional, one plan for each licence. */
export const vtubeLaserSmp: Plan = {
  id: 'vtube-laser-smp',
  name: 'VTube-LASER Software Maintenance Plan',
  vendor: {
    name: 'Advanced Tubular Technologies',
    email: 'plans@vtube-laser.example', // assumed
    website: 'https://vtube-laser.example', // assumed
    // all assumed
    address: ['100 Example Drive', 'Tulsa, OK 74101'],
    country: 'US',
    taxName: null,
    taxNumber: null,
    payment: [
      { label: { en: 'Account holder', de: 'Kontoinhaber' }, value: 'Advanced Tubular Technologies' },
      { label: { en: 'Bank', de: 'Bank' }, value: 'Example Bank, Tulsa' },
      { label: { en: 'Routing number', de: 'Bankleitzahl (routing number)' }, value: '123456780' },
      { label: { en: 'Account number', de: 'Kontonummer' }, value: '000123456789' },
    ],
    branding: {
      // all assumed
      light: { accent: '#1d4f91', onAccent: '#ffffff' },
      dark: { accent: '#8ab8f5', onAccent: '#08182e' },
      logo: null,
    },
  },
  numbers: { quote: 'VTL-Q', invoice: 'VTL', creditNote: 'VTL-C' }, // assumed
  documentsKeptYears: 7, // assumed: seven years, the longest that the IRS asks for
  trackedBy: {
    en: 'Serial number of the hardware key',
    de: 'Seriennummer des Hardware-Schlüssels',
  },
  timeZone: 'America/New_York', // assumed
  currency: 'USD', // assumed
  taxByCountry: {}, // assumed
  reverseCharge: [], // assumed
  price: {
    kind: 'flat',
    perYear: { 'VTube-LASER': 1200_00 }, // assumed
  },
  firstTerm: {
    from: 'activatedOn',
    starts: 'next-month', // also for an activation on the 1st: assumed
    length: { kind: 'by-training', monthsWith: 12, daysWithout: 30 },
    charge: 'paid-with-licence',
  },
  term: { kind: 'months', months: 12 },
  renewal: { mode: 'order', quoteDaysBeforeEnd: null },
  quote: {
    validDays: 30, // assumed
    years: [1],
    payableDays: 30, // assumed
  },
  reinstatement: { kind: 'new-term', starts: 'next-month', rate: null }, // assumed
  receivables: { reopenedPayableDays: 30, longestHoldDays: 180 }, // assumed
  reminders: [
    { kind: 'expiry', daysBeforeEnd: 90, shortestTermMonths: 12 },
    { kind: 'expiry', daysBeforeEnd: 30 },
    // assumed: of an invoice that is open again since its payment was reversed
    { kind: 'final-notice', daysBeforePayBy: 14 },
  ],
  catalogue: null,
  migration: null,
  oldContracts: null,
  benefits: [
    {
      key: 'updates',
      name: { en: 'Updates with new PDF manuals', de: 'Updates mit neuen PDF-Handbüchern' },
      rules: [
        {
          when: { cover: 'in-force' },
          answer: 'included',
          because: 'the plan gives updates with new manuals',
        },
        { when: {}, answer: 'denied', because: 'updates need a plan in force' },
      ],
    },
    {
      key: 'technical-support',
      name: { en: 'Technical support', de: 'Technischer Support' },
      rules: [
        { when: { cover: 'in-force' }, answer: 'included', because: 'the plan gives technical support' },
        { when: {}, answer: 'denied', because: 'technical support needs a plan in force' },
      ],
    },
    {
      key: 'update-announcements',
      name: { en: 'News of each update', de: 'Nachricht über jedes Update' },
      rules: [
        { when: {}, answer: 'included', because: 'every customer on the e-mail list is told of an update' },
      ],
    },
  ],
  rates: {},
  support: null,
  updates: {
    products: ['VTube-LASER'],
    announcement: 'update-announcements',
    benefit: 'updates',
  },
};
