import { describe, expect, it } from 'vitest';
import { money } from '../../../domain/billing/money.ts';
import { taxed } from '../../../domain/billing/tax.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { Play } from '../../support/application/play.ts';

const plan = checkPlan({
  ...netjapanMaintenance,
  taxByCountry: {
    GB: 20,
    IE: [
      { from: civilDate('2020-01-01'), percent: 23 },
      { from: civilDate('2026-07-01'), percent: 21 },
    ],
  },
  reverseCharge: ['IE'],
});

const net = money(100_00, 'GBP');
const on = civilDate('2026-06-30');

describe('the tax of a day', () => {
  it.each([
    ['in the country', { country: 'GB' }, { taxPercent: 20, total: { amount: 120_00 } }],
    ['elsewhere', { country: 'US' }, { taxPercent: 0, total: { amount: 100_00 } }],
    ['at the rate of the day', { country: 'IE' }, { taxPercent: 23 }],
    ['owed by the customer', { country: 'IE', hasVatId: true }, { taxPercent: 0, untaxed: 'reverse-charge' }],
    ['with a VAT id, but in another country', { country: 'GB', hasVatId: true }, { taxPercent: 20 }],
    ['of an exempt customer', { country: 'GB', isTaxExempt: true }, { taxPercent: 0, untaxed: 'exempt' }],
    ['of a country with an odd name', { country: 'constructor' }, { taxPercent: 0 }],
  ])('%s', (_, customer, expected) => {
    expect(taxed(plan, customer, on, net)).toMatchObject(expected);
  });

  it('changes with the rate, and is none before the first', () => {
    const percentOn = (day: string) => taxed(plan, { country: 'IE' }, civilDate(day), net).taxPercent;
    expect(['2019-12-31', '2020-01-01', '2026-06-30', '2026-07-01'].map(percentOn)).toEqual([0, 23, 23, 21]);
  });
});

const customer = { activity: 'change-customer', customerKind: 'end-user' } as const;
const licence = { purchasedOn: '2025-09-01', country: 'GB', list: 1000_00 };

function quoted(): Play {
  return new Play(plan, licence).on('2026-06-20', 'request-quote');
}

describe('a quote promises its net', () => {
  it('and the order has the tax of the country that the customer has moved to', () => {
    const play = quoted()
      .does('2026-06-25', { ...customer, country: 'IE' })
      .on('2026-06-30', 'accept-quote');
    expect(play.journal('2026-06-20')).toEqual([
      '2026-06-20 QuoteIssued renewal 1y=24000 2y=45600 3y=64800',
      '2026-06-25 CustomerChanged end-user IE',
      '2026-06-30 QuoteAccepted 1y',
      '2026-06-30 InvoiceIssued renewal 24600 by 2026-07-30',
    ]);
  });

  it('and the order has the rate of its own day', () => {
    const play = new Play(plan, { ...licence, country: 'IE' }).on('2026-06-20', 'request-quote');
    expect(play.on('2026-07-01', 'accept-quote').journal('2026-06-20')).toEqual([
      '2026-06-20 QuoteIssued renewal 1y=24600 2y=46740 3y=66420',
      '2026-07-01 QuoteAccepted 1y',
      '2026-07-01 InvoiceIssued renewal 24200 by 2026-07-31',
    ]);
  });

  it('and a customer with a VAT id by then owes the tax itself', () => {
    const play = quoted().does('2026-06-25', { ...customer, country: 'IE', hasVatId: true });
    expect(play.on('2026-06-30', 'accept-quote').events.at(-1)).toMatchObject({
      type: 'InvoiceIssued',
      price: { net: { amount: 200_00 }, total: { amount: 200_00 }, untaxed: 'reverse-charge' },
    });
  });
});

it('a rate that changes between the start of a term and its invoice is that of the invoice', () => {
  const dated = checkPlan({
    ...smartNetUserGroup,
    taxByCountry: {
      NZ: [
        { from: civilDate('2020-01-01'), percent: 15 },
        { from: civilDate('2026-01-10'), percent: 10 },
      ],
    },
  });
  const play = new Play(dated, { coverEnds: '2025-12-31', registeredOn: '2025-12-01', country: 'NZ' });
  expect(play.until('2026-01-15').journal('2026')).toEqual([
    '2026-01-15 InvoiceIssued renewal 52800 by 2026-04-15',
  ]);
});
