import type { Plan } from '../domain/plan/plan.ts';

/** Software Maintenance Agreement for a video system, Germany: extended by a year unless cancelled. */
export const videoSma: Plan = {
  id: 'video-sma',
  name: 'Software Maintenance Agreement',
  vendor: {
    name: 'Video SMA', // assumed
    email: 'sma@video-sma.example', // assumed
    website: 'https://video-sma.example', // assumed
    // all assumed
    address: ['Beispielstraße 1', '10115 Berlin'],
    country: 'DE',
    taxName: { en: 'VAT', de: 'USt.' },
    taxNumber: { label: { en: 'VAT number', de: 'USt-IdNr.' }, value: 'DE123456789' },
    register: [
      {
        label: { en: 'Commercial register', de: 'Handelsregister' },
        value: 'AG Charlottenburg, HRB\u00a0123456\u00a0B',
      },
      { label: { en: 'Managing director', de: 'Geschäftsführerin' }, value: 'Erika Beispiel' },
    ],
    payment: [
      { is: 'account-holder', label: { en: 'Account holder', de: 'Kontoinhaber' }, value: 'Video SMA' },
      { is: 'iban', label: { en: 'IBAN', de: 'IBAN' }, value: 'DE89 3704 0044 0532 0130 00' },
      { is: 'bic', label: { en: 'BIC', de: 'BIC' }, value: 'COBADEFFXXX' },
    ],
    branding: {
      // all assumed
      light: { accent: '#b8400d', onAccent: '#ffffff' },
      dark: { accent: '#ff9f6b', onAccent: '#2e1003' },
      logo: {
        from: 'attachment',
        png: 'iVBORw0KGgoAAAANSUhEUgAAAEAAAABABAMAAABYR2ztAAAAGFBMVEXRSQ/RSQ/RSQ/RSQ/RSQ/RSQ/RSQ/RSQ96GnmAAAAACHRSTlMAJEltkrbb/1y0/6IAAAENSURBVHjapVU9C8IwEE1rdXawdBUEXcXFtUIxq0vpKiJkVtre31fEj7vk0qf4tnCP3LtvY37CoqrrahM1zxw90O90+57eOCvmxBJDOw0Iwn5n+PYleThJe0YBSkFoQkLH7RNScGQEpxF68AH/otEJ3UAIMpBVjHAdkshkRj28fBRxwkUrU1gyGoAnoW00ESyNbeqUZBbcZaaotEJTHqp08rkNUuVHZb0wUp8ghc7NKMiLELoWz2ev5yIRCoHXvzRjbVo+Qg86IXH/ErgLKBKGCRMFUw2LhcsNGwa2HGxa2PZwcPDoweGF4w8XCF5BcInBNYgXKVzFeJnDc4APCjxJ+KjhswgP6xenGR93FTdcSnwRNfxO7AAAAABJRU5ErkJggg==',
        width: 32,
        height: 32,
      },
    },
  },
  numbers: { quote: 'SMA-Q', invoice: 'SMA', creditNote: 'SMA-C' }, // assumed
  documentsKeptYears: 8, // assumed: eight years for invoices (§ 147 AO)
  // all assumed
  eInvoices: {
    form: 'factur-x',
    street: 'Beispielstraße 1',
    postalCode: '10115',
    city: 'Berlin',
    registration: 'HRB 123456 B',
    contact: { name: 'Erika Beispiel', phone: '+49 30 1234567' },
    electronicAddress: { scheme: '9930', id: 'DE123456789' },
  },
  trackedBy: null,
  timeZone: 'Europe/Berlin', // assumed
  currency: 'EUR', // assumed
  taxByCountry: { DE: 19 }, // assumed: VAT in Germany, none elsewhere
  // assumed: the other countries of the European Union, whose businesses account for the tax themselves
  reverseCharge: [
    ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU'],
    ...['LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
  ],
  price: {
    kind: 'share-of-list',
    ratesByTerm: [19, 18, 17, 16, 15], // falling from 19 %; the steps are assumed
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
    mode: 'automatic',
    noticeDays: 30, // assumed
    invoicedOn: 'term-start', // assumed
    payWithin: { months: 3 }, // assumed
  },
  quote: {
    validDays: 30, // assumed
    years: [1],
    payableDays: 30, // assumed
  },
  reinstatement: {
    kind: 'new-term',
    starts: 'payment-day', // assumed
    rate: 24, // dearer than with the software; the rate is assumed
  },
  receivables: { reopenedPayableDays: 30, longestHoldDays: 180 }, // assumed
  reminders: [
    // all assumed
    { kind: 'renewal', daysBeforeEnd: 60 },
    { kind: 'payment', daysAfterInvoice: 30 },
    { kind: 'payment', daysAfterInvoice: 60 },
    { kind: 'final-notice', daysBeforePayBy: 14 },
  ],
  catalogue: {
    // all assumed
    modules: { 'CAM-16': 1280_00, 'CAM-64': 4480_00, POS: 399_95 },
    editions: {
      ProBox: { sku: 'PROBOX', price: 2400_00 },
      Enterprise: { sku: 'ENT', price: 9800_00 },
    },
    editionChange: 'credits-initial-installation',
    benefit: 'expansion-credit',
  },
  migration: null,
  oldContracts: {
    replaced: ['update-contract'],
    honoured: {
      'maintenance-contract': { ratesByTerm: [17, 16] }, // both assumed
    },
  },
  benefits: [
    {
      key: 'updates',
      name: {
        en: 'Updates and upgrades from the protected area',
        de: 'Updates und Upgrades aus dem geschützten Bereich',
      },
      rules: [
        {
          when: { cover: 'in-force' },
          answer: 'included',
          because: 'the agreement gives free updates and upgrades',
        },
        { when: {}, answer: 'denied', because: 'the protected area needs an active agreement' },
      ],
    },
    {
      key: 'expansion-credit',
      name: {
        en: 'Credit of the initial installation towards an expansion',
        de: 'Anrechnung der Erstinstallation auf eine Erweiterung',
      },
      rules: [
        {
          when: { cover: 'in-force' },
          answer: 'included',
          because: 'expansions are cheaper while the agreement is active',
        },
        { when: {}, answer: 'denied', because: 'without an active agreement nothing is credited' },
      ],
    },
  ],
  rates: {},
  support: null,
  updates: null,
};
