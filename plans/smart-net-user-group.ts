import type { Benefit } from '../domain/benefits.ts';
import { definePlan } from '../domain/plan.ts';

/** Smart-Net and Smart-RAS User Group, Christchurch: a membership for each, renewed every January. */
export const smartNetUserGroup = definePlan({
  id: 'smart-net-user-group',
  name: 'Smart-Net and Smart-RAS User Group',
  vendor: {
    name: 'Smart-Net',
    email: 'membership@smart-net.example', // assumed
    website: 'https://smart-net.example', // assumed
  },
  timeZone: 'Pacific/Auckland', // assumed
  currency: 'NZD', // assumed
  taxByCountry: { NZ: 15 }, // assumed: GST in New Zealand, none elsewhere
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
    payWithinMonths: 3,
  },
  quote: {
    validDays: 30, // assumed
    years: [1],
    payableDays: 30, // assumed
  },
  reinstatement: { kind: 'back-charge' },
  reminders: [
    // all assumed
    { kind: 'payment', daysAfterInvoice: 30 },
    { kind: 'payment', daysAfterInvoice: 60 },
    { kind: 'final-notice', daysBeforePayBy: 14 },
  ],
  benefits: [
    membersOnly('security-updates', 'Security updates'),
    membersOnly('patches', 'Patches'),
    membersOnly('feature-updates', 'Feature updates'),
    membersOnly('major-releases', 'Free upgrade path to each major release'),
    membersOnly('health-reports', 'Automatic monitoring reports of the server’s health'),
    {
      key: 'technical-support',
      name: 'Technical support',
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
      name: 'On-line forums and website resources',
      rules: [{ when: {}, answer: 'included', because: 'they stay open to every customer, member or not' }],
    },
    {
      key: 'version-migration',
      name: 'Software of a migration to a new version',
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
      name: 'Hardware upgrades and labour of a migration',
      rules: [
        {
          when: {},
          answer: { charged: 'standard' },
          because: 'hardware and labour are charged at standard rates',
        },
      ],
    },
  ],
  support: {
    benefit: 'technical-support',
    otherwise: 'forums',
    response: null,
    emergency: null,
    hotfixes: null,
    remoteAccess: null,
  },
  updates: null,
});

function membersOnly(key: string, name: string): Benefit {
  return {
    key,
    name,
    rules: [
      { when: { cover: 'in-force' }, answer: 'included', because: 'members get it' },
      { when: {}, answer: 'denied', because: 'the server is automatically denied it after lapsing' },
    ],
  };
}
