import type { Benefit } from '../domain/plan/benefits.ts';
import type { InLanguages } from '../domain/plan/language.ts';
import type { Plan } from '../domain/plan/plan.ts';

/** Smart-Net and Smart-RAS User Group, Christchurch: a membership for each, renewed every January. */
export const smartNetUserGroup: Plan = {
  id: 'smart-net-user-group',
  name: 'Smart-Net and Smart-RAS User Group',
  vendor: {
    name: 'Smart-Net',
    email: 'membership@smart-net.example', // assumed
    website: 'https://smart-net.example', // assumed
    // all assumed
    address: ['12 Example Street', 'Christchurch 8011'],
    country: 'NZ',
    taxName: { en: 'GST', de: 'GST' },
    taxNumber: { label: { en: 'GST number', de: 'GST-Nummer' }, value: '123-456-789' },
    payment: [
      { label: { en: 'Account holder', de: 'Kontoinhaber' }, value: 'Smart-Net and Smart-RAS User Group' },
      { label: { en: 'Account number', de: 'Kontonummer' }, value: '01-0001-0000001-00' },
    ],
    branding: {
      // all assumed
      light: { accent: '#1f6f5c', onAccent: '#ffffff' },
      dark: { accent: '#5fc9ae', onAccent: '#0c2019' },
      logo: {
        from: 'attachment',
        png: 'iVBORw0KGgoAAAANSUhEUgAAAEAAAABABAMAAABYR2ztAAAAGFBMVEUvgGwvgGwvgGwvgGwvgGwvgGwvgGwvgGx2G8c5AAAACHRSTlMAJEltkrbb/1y0/6IAAAFZSURBVHja1VWxcsIwDHUIZPbQXtYcR4+VrSvtkhVYWLtlhtLo95vYciVhOQauC1pA8ov99CTLxjyNFcs4trT0/w2g/5DLLx3AITivMNqWr89daI/7Owd+OODoY/6U2juwo/UFhk7O69D7JsA7hvrRKSEYAf5Cm8GphGfkN1+MgmojifUU4DwA2inA5RZA9ogsyWyaWaGyUueLheWGhgAz4OXGhlF22LOWw5zRvDYH3rSLwCi0yI43LZ4qdGiuu7z1qjirfBGk1SzYhgSvG50JuY1vEkXnQnYT71trFDgzzpdZGaQteMbcOlRbamaEvmf+G1n4shN1i9VWdebsKz1Jyl/VmY8VXWfZzMlh19J90+2oTKu7ONQgrkOSQppEuIOJWrErm8hzRoDmMUBBAPsYhyBkWso1n22Jnosmhc7SmulinNKPnxO7t+nnsRwQ/WbyAV192v9+lH8BRJo1QDXRQ5IAAAAASUVORK5CYII=',
        width: 32,
        height: 32,
      },
    },
  },
  numbers: { quote: 'SNUG-Q', invoice: 'SNUG', creditNote: 'SNUG-C' }, // assumed
  documentsKeptYears: 8, // assumed: seven years after the end of the tax year, which may end a year later (New Zealand)
  trackedBy: null,
  timeZone: 'Pacific/Auckland', // assumed
  currency: 'NZD', // assumed
  taxByCountry: { NZ: 15 }, // assumed: GST in New Zealand, none elsewhere
  reverseCharge: [], // assumed
  price: {
    kind: 'flat',
    perYear: { 'Smart-Net': 480_00, 'Smart-RAS': 240_00 }, // two memberships; amounts assumed
  },
  firstTerm: {
    from: 'installedOn',
    starts: 'that-day',
    length: { kind: 'rest-of-year' }, // assumed: pro rata to 31 December
    charge: 'invoiced', // assumed: on the installation day
  },
  term: { kind: 'calendar-year' }, // assumed
  renewal: {
    mode: 'automatic',
    noticeDays: 0, // assumed: a member may leave at any year end, without notice
    invoicedOn: { month: 1, day: 15 }, // in January; the day is assumed
    payWithin: { months: 3 },
  },
  quote: {
    validDays: 30, // assumed
    years: [1],
    payableDays: 30, // assumed
  },
  reinstatement: { kind: 'back-charge' },
  receivables: { reopenedPayableDays: 30, longestHoldDays: 180 }, // assumed
  reminders: [
    // all assumed
    { kind: 'payment', daysAfterInvoice: 30 },
    { kind: 'payment', daysAfterInvoice: 60 },
    { kind: 'final-notice', daysBeforePayBy: 14 },
  ],
  catalogue: null,
  migration: {
    benefit: 'version-migration',
    softwareByProduct: { 'Smart-Net': 960_00, 'Smart-RAS': 480_00 }, // assumed
    labourPerHour: 140_00, // assumed
    note: {
      en: 'Please send us your server for the migration.',
      de: 'Bitte senden Sie uns Ihren Server für die Umstellung zu.',
    },
  },
  oldContracts: null,
  benefits: [
    membersOnly('security-updates', { en: 'Security updates', de: 'Sicherheitsupdates' }),
    membersOnly('patches', { en: 'Patches', de: 'Patches' }),
    membersOnly('feature-updates', { en: 'Feature updates', de: 'Updates mit neuen Funktionen' }),
    membersOnly('major-releases', {
      en: 'Free upgrade path to each major release',
      de: 'Kostenloser Umstieg auf jede neue Hauptversion',
    }),
    membersOnly('health-reports', {
      en: 'Automatic monitoring reports of the server’s health',
      de: 'Automatische Berichte über den Zustand des Servers',
    }),
    {
      key: 'technical-support',
      name: { en: 'Technical support', de: 'Technischer Support' },
      rules: [
        { when: { cover: 'in-force' }, answer: 'included', because: 'members get support' }, // assumed
        {
          when: {},
          answer: { charged: 'commercial' },
          because: 'after lapsing support is charged at commercial rates',
        },
      ],
    },
    {
      key: 'forums',
      name: {
        en: 'On-line forums and website resources',
        de: 'die Online-Foren und die Angebote der Website',
      },
      rules: [{ when: {}, answer: 'included', because: 'they stay open to every customer, member or not' }],
    },
    {
      key: 'version-migration',
      name: {
        en: 'Software of a migration to a new version',
        de: 'Software bei der Umstellung auf eine neue Version',
      },
      rules: [
        {
          when: { cover: 'in-force' },
          answer: 'included',
          because: 'migrating is free of software cost for members',
        },
        {
          when: {},
          answer: { charged: 'list' },
          because: 'the free upgrade path ends when membership lapses',
        },
      ],
    },
    {
      key: 'migration-work',
      name: {
        en: 'Hardware upgrades and labour of a migration',
        de: 'Hardware und Arbeit bei einer Umstellung',
      },
      rules: [
        {
          when: {},
          answer: { charged: 'standard' },
          because: 'hardware and labour are charged at standard rates',
        },
      ],
    },
  ],
  rates: {
    commercial: { en: 'commercial rate', de: 'marktüblicher Stundensatz', perHour: 140_00 }, // the figure is assumed
    standard: { en: 'standard rates', de: 'Standardsätze' },
    list: { en: 'list price', de: 'Listenpreis' },
  },
  support: {
    benefit: 'technical-support',
    otherwise: 'forums',
    response: null,
    emergency: null,
    hotfixes: null,
    remoteAccess: null,
  },
  updates: null,
};

function membersOnly(key: string, name: InLanguages): Benefit {
  return {
    key,
    name,
    rules: [
      { when: { cover: 'in-force' }, answer: 'included', because: 'members get it' },
      { when: {}, answer: 'denied', because: 'the server is automatically denied it after lapsing' },
    ],
  };
}
