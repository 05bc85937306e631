import type { Plan } from '../domain/plan/plan.ts';

/** SmarterTools Maintenance and Support: twelve months with every licence, renewed or reinstated as needed. */
export const smartertoolsMaintenance: Plan = {
  id: 'smartertools-maintenance',
  name: 'SmarterTools Maintenance and Support',
  vendor: {
    name: 'SmarterTools',
    email: 'sales@smartertools.example', // assumed
    website: 'https://smartertools.example', // assumed
    // all assumed
    address: ['200 Example Avenue', 'Phoenix, AZ 85001'],
    country: 'US',
    taxName: null,
    taxNumber: null,
    payment: [
      { label: { en: 'Account holder', de: 'Kontoinhaber' }, value: 'SmarterTools' },
      { label: { en: 'Bank', de: 'Bank' }, value: 'Example Bank, Phoenix' },
      { label: { en: 'Routing number', de: 'Bankleitzahl (routing number)' }, value: '123456780' },
      { label: { en: 'Account number', de: 'Kontonummer' }, value: '000987654321' },
    ],
    branding: {
      // all assumed
      light: { accent: '#0b6e99', onAccent: '#ffffff' },
      dark: { accent: '#7cc7e8', onAccent: '#04202c' },
      logo: null,
    },
  },
  numbers: { quote: 'STM-Q', invoice: 'STM', creditNote: 'STM-C' }, // assumed
  documentsKeptYears: 7, // assumed: seven years, the longest that the IRS asks for
  trackedBy: null,
  timeZone: 'America/Phoenix', // assumed
  currency: 'USD', // assumed
  taxByCountry: {}, // assumed
  reverseCharge: [], // assumed
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
  subscription: true, // hosted services
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
  receivables: { reopenedPayableDays: 30, longestHoldDays: 180 }, // assumed
  reminders: [
    // all assumed
    { kind: 'expiry', daysBeforeEnd: 30 },
    { kind: 'expiry', daysBeforeEnd: 7 },
    // assumed: of an invoice that is open again since its payment was reversed
    { kind: 'final-notice', daysBeforePayBy: 14 },
  ],
  catalogue: null,
  migration: null,
  oldContracts: null,
  benefits: [
    {
      key: 'technical-support',
      name: {
        en: 'Unlimited technical support for standard issues',
        de: 'Unbegrenzter technischer Support bei üblichen Fragen',
      },
      rules: [
        {
          when: { cover: 'in-force' },
          answer: 'included',
          because: 'licences with active maintenance get it free',
        },
        {
          when: { customerKind: ['hosted', 'reseller', 'msp'] },
          answer: 'included',
          because:
            'hosted-service customers and partners get it as long as their subscription or partnership lasts',
        },
        {
          when: {},
          answer: 'denied',
          because: 'without active maintenance the licence is to be reinstated first',
        },
      ],
    },
    {
      key: 'phone-support',
      name: { en: 'Phone support', de: 'Support am Telefon' },
      rules: [
        { when: { cover: 'in-force' }, answer: 'included', because: 'at the technician’s discretion' },
        { when: {}, answer: 'denied', because: 'phone support is part of support' },
      ],
    },
    {
      key: 'emergency-support',
      name: { en: 'Emergency support around the clock', de: 'Notfall-Support rund um die Uhr' },
      rules: [
        { when: {}, answer: { charged: 'emergency' }, because: 'emergency support is sold separately' },
      ],
    },
    {
      key: 'hotfixes',
      name: { en: 'Hotfixes for the latest version', de: 'Hotfixes für die neueste Version' },
      rules: [
        {
          when: { cover: 'in-force' },
          answer: 'included',
          because: 'for the latest version only: the fix of an older one is the update',
        },
        {
          when: {},
          answer: 'denied',
          because: 'without maintenance there is only the user-to-user community',
        },
      ],
    },
    {
      key: 'community',
      name: { en: 'User community', de: 'die Anwender-Community' },
      rules: [{ when: {}, answer: 'included', because: 'the community is open to all' }],
    },
  ],
  rates: { emergency: { en: 'emergency price', de: 'Notfallpreis' } },
  support: {
    benefit: 'technical-support',
    otherwise: 'community',
    response: {
      withinBusinessHours: 4,
      calendar: {
        // all assumed
        timeZone: 'America/Phoenix',
        days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        from: '09:00',
        to: '17:00',
        holidays: ['2025-12-25', '2026-01-01', '2026-11-26', '2026-12-25', '2027-01-01', '2027-11-25'],
      },
    },
    emergency: {
      benefit: 'emergency-support',
      price: 299_00, // assumed
      respondWithinHours: 1,
      refundable: false,
    },
    hotfixes: 'hotfixes',
    remoteAccess: 'by-ticket',
  },
  updates: null,
};
