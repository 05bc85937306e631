import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, civilDate } from '../../../domain/calendar.ts';
import { money } from '../../../domain/billing/money.ts';
import { taxed } from '../../../domain/billing/tax.ts';
import type { Command } from '../../../domain/decide.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { plans } from '../../../plans/index.ts';
import { Play } from '../../support/application/play.ts';

type Move = Omit<Extract<Command, { activity: 'change-customer' }>, 'on'>;

/** Rates change on days in the middle of the play, and two countries owe the tax themselves. */
const moving: readonly Plan[] = plans.map((plan) => ({
  ...plan,
  reverseCharge: ['IE', 'FR'],
  taxByCountry: {
    GB: [
      { from: civilDate('2000-01-01'), percent: 17.5 },
      { from: civilDate('2026-06-01'), percent: 21 },
    ],
    IE: 23,
    FR: [{ from: civilDate('2026-03-01'), percent: 5.5 }],
    NZ: 15,
  },
}));

const move = fc.record({
  activity: fc.constant('change-customer' as const),
  country: fc.constantFrom('GB', 'IE', 'FR', 'NZ', 'US'),
  customerKind: fc.constant('end-user' as const),
  hasVatId: fc.boolean(),
  isTaxExempt: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.boolean()),
});
const step = fc.record({
  days: fc.integer({ min: 0, max: 60 }),
  moves: fc.boolean(),
  move,
  asks: fc.constantFrom(
    'request-quote',
    'accept-quote',
    'payment',
    'add-modules',
    'accept-change',
    'reissue-invoice',
    'open-ticket',
  ),
});

function commandOf(asks: string, day: string): Omit<Command, 'on'> {
  switch (asks) {
    case 'accept-quote':
      return { activity: 'accept-quote', years: 1 } as never;
    case 'add-modules':
      return { activity: 'add-modules', skus: ['CAM-16'] } as never;
    case 'reissue-invoice':
      return { activity: 'reissue-invoice', invoice: 'last', reason: 'moved' } as never;
    case 'open-ticket':
      return { activity: 'open-ticket', emergency: true, at: `${day}T18:00:00Z` } as never;
    default:
      return { activity: asks } as never;
  }
}

it('every invoice has the tax of its own day, whenever a customer moves and rates change', () => {
  let invoices = 0;
  let lived = 0;
  fc.assert(
    fc.property(fc.constantFrom(...moving), fc.array(step, { maxLength: 12 }), (plan, steps) => {
      const play = new Play(plan, { purchasedOn: '2025-02-10', activatedOn: '2025-02-10', country: 'GB' });
      lived += 1;
      let day = civilDate('2026-01-05');
      for (const { days, moves, move: to, asks } of steps) {
        day = addDays(day, days);
        if (moves) play.does(day, to satisfies Move);
        play.does(day, commandOf(asks, day) as never);
      }
      let facts = play.events[0]?.type === 'LicenceRegistered' ? play.events[0].facts : play.licence.facts;
      for (const event of play.events) {
        if (event.type === 'CustomerChanged')
          facts = { ...facts, ...event, hasVatId: event.hasVatId, isTaxExempt: event.isTaxExempt };
        if (event.type !== 'InvoiceIssued') continue;
        invoices += 1;
        const { net, taxPercent, tax, total } = event.price;
        const expected = taxed(plan, facts, event.date, net);
        expect({ taxPercent, tax, total }).toEqual({
          taxPercent: expected.taxPercent,
          tax: expected.tax,
          total: expected.total,
        });
        expect(event.total).toEqual(total);
        expect(tax).toEqual(money(Math.round((net.amount * taxPercent) / 100 + 1e-9), plan.currency));
      }
    }),
    { numRuns: 600 },
  );
  expect(invoices).toBeGreaterThan(lived / 4);
});
