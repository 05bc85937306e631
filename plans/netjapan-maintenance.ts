import type { Benefit } from '../domain/plan/benefits.ts';
import type { InLanguages } from '../domain/plan/language.ts';
import type { Plan } from '../domain/plan/plan.ts';

/** NetJapan Maintenance for ActiveImage and others: bought for one to five years, then offered for more. */
export const netjapanMaintenance: Plan = {
  id: 'netjapan-maintenance',
  name: 'NetJapan Maintenance',
  vendor: {
    name: 'NetJapan',
    email: 'maintenance@netjapan.example', // assumed
    website: 'https://netjapan.example', // assumed
    // all assumed
    address: ['1 Example Road', 'London EC1A 1AA'],
    country: 'GB',
    taxName: { en: 'VAT', de: 'USt.' },
    taxNumber: { label: { en: 'VAT number', de: 'USt-IdNr.' }, value: 'GB 123 4567 89' },
    payment: [
      { label: { en: 'Account holder', de: 'Kontoinhaber' }, value: 'NetJapan' },
      { is: 'iban', label: { en: 'IBAN', de: 'IBAN' }, value: 'GB33 BUKB 2020 1555 5555 55' },
      { label: { en: 'BIC', de: 'BIC' }, value: 'BUKBGB22XXX' },
    ],
    branding: {
      // all assumed
      light: { accent: '#b3202c', onAccent: '#ffffff' },
      dark: { accent: '#ff8f8f', onAccent: '#2b0508' },
      logo: null,
    },
  },
  numbers: { quote: 'NJM-Q', invoice: 'NJM', creditNote: 'NJM-C' }, // assumed
  documentsKeptYears: 7, // assumed: six years after the end of the accounting period, which may end a year later (HMRC)
  trackedBy: null,
  timeZone: 'Europe/London', // assumed
  currency: 'GBP', // assumed
  taxByCountry: { GB: 20 }, // assumed: VAT in Great Britain, none elsewhere
  reverseCharge: [], // assumed
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
  subscription: true, // MSP: leased, with maintenance included
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
  receivables: { reopenedPayableDays: 30, longestHoldDays: 180 }, // assumed
  reminders: [
    // all assumed
    { kind: 'expiry', daysBeforeEnd: 60 },
    { kind: 'expiry', daysBeforeEnd: 30 },
    { kind: 'expiry', daysBeforeEnd: 7 },
    // assumed: of an invoice that is open again since its payment was reversed
    { kind: 'final-notice', daysBeforePayBy: 14 },
  ],
  catalogue: {
    modules: {},
    editions: {
      // all assumed
      Server: { sku: 'AIP-SRV', price: 899_00 },
      Desktop: { sku: 'AIP-DT', price: 69_95 },
      'Hyper-V': { sku: 'AIP-HV', price: 1450_50 },
      VMware: { sku: 'AIP-VM', price: 1450_50 },
    },
    editionChange: 'needs-new-licence',
    benefit: 'version-change',
  },
  migration: null,
  oldContracts: null,
  benefits: [
    withMaintenance('priority-help', {
      en: 'Priority help from customer care and technical support',
      de: 'Bevorzugte Hilfe von Kundenservice und technischem Support',
    }),
    withMaintenance('newest-features', { en: 'Newest features', de: 'Neueste Funktionen' }),
    withMaintenance('new-platforms', {
      en: 'Compatibility with new platforms',
      de: 'Verträglichkeit mit neuen Plattformen',
    }),
    {
      key: 'partner-services',
      name: { en: 'Further services for partners', de: 'Weitere Leistungen für Partner' },
      rules: [
        {
          when: { customerKind: ['reseller', 'msp'] },
          answer: 'included',
          because: 'partners get further services',
        },
        { when: {}, answer: 'denied', because: 'only partners (resellers and MSPs) get them' },
      ],
    },
    {
      key: 'version-change',
      name: { en: 'Change to another version', de: 'Wechsel zu einer anderen Version' },
      rules: [
        {
          when: { model: 'subscription', cover: 'in-force' },
          answer: 'included',
          because: 'a subscription can be changed to another version as needed',
        },
        {
          when: { model: 'subscription' },
          answer: 'denied',
          because: 'a deactivated subscription can no longer be used',
        },
        {
          when: {},
          answer: { charged: 'new-licence' },
          because: 'changing to another version needs a new licence',
        },
      ],
    },
    {
      key: 'cross-grade',
      name: {
        en: 'Cross-grades to another edition and new products',
        de: 'Wechsel zu einer anderen Edition und neue Produkte',
      },
      rules: [
        { when: {}, answer: 'denied', because: 'maintenance does not include cross-grades or new products' },
      ],
    },
  ],
  rates: { 'new-licence': { en: 'price of a new licence', de: 'Preis einer neuen Lizenz' } },
  support: null,
  updates: null,
};

function withMaintenance(key: string, name: InLanguages): Benefit {
  return {
    key,
    name,
    rules: [
      {
        when: { model: 'subscription', cover: 'in-force' },
        answer: 'included',
        because: 'maintenance is included while the subscription is active',
      },
      { when: { cover: 'in-force' }, answer: 'included', because: 'maintenance gives it' },
      { when: {}, answer: 'denied', because: 'updates and support stop when maintenance runs out' },
    ],
  };
}
