import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../../domain/billing/money.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { neededFor, partsOfPayment, type PayableLine } from '../../../domain/payments/parts-of-payment.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { Play } from '../../support/application/play.ts';

const nzd = (amount: number) => money(amount, 'NZD');
const line = (licenceId: string, needed: number): PayableLine => ({ licenceId, needed: nzd(needed) });
const lines = [line('A', 100), line('B', 200), line('C', 300)];

function parts(amount: number, recorded: Readonly<Record<string, number>> = {}) {
  const before = new Map(Object.entries(recorded).map(([licenceId, some]) => [licenceId, nzd(some)]));
  const divided = partsOfPayment(lines, nzd(amount), before);
  return Object.fromEntries(divided.map((part) => [part.licenceId, part.amount.amount]));
}

describe('a payment of a shared invoice', () => {
  it('pays its lines in their order', () => {
    expect(parts(600)).toEqual({ A: 100, B: 200, C: 300 });
  });

  it('stops at the line that it cannot pay in full: the rest is credit of that licence', () => {
    expect(parts(350)).toEqual({ A: 100, B: 200, C: 50 });
    expect(parts(99)).toEqual({ A: 99 });
    expect(parts(300)).toEqual({ A: 100, B: 200 });
  });

  it('leaves what is too much with the last line', () => {
    expect(parts(650)).toEqual({ A: 100, B: 200, C: 350 });
  });

  it('passes over lines that are settled, and leaves the rest with the last one even so', () => {
    const settled = [line('A', 0), line('B', 200), line('C', 0)];
    const divided = partsOfPayment(settled, nzd(250));
    expect(divided).toEqual([
      { licenceId: 'B', amount: nzd(200) },
      { licenceId: 'C', amount: nzd(50) },
    ]);
  });

  it('goes on where it was interrupted, and adds nothing once it is recorded', () => {
    expect(parts(350, { A: 100 })).toEqual({ B: 200, C: 50 });
    expect(parts(350, { A: 100, B: 200, C: 50 })).toEqual({});
  });

  it('gives away all of it, once, however often it is interrupted', () => {
    const someLines = fc.array(fc.nat(500), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(someLines, fc.integer({ min: 1, max: 3000 }), fc.nat(6), (needs, amount, interrupted) => {
        const all = needs.map((needed, index) => line(`L-${index}`, needed));
        const whole = partsOfPayment(all, nzd(amount));
        const first = whole.slice(0, interrupted);
        const recorded = new Map(first.map((part) => [part.licenceId, part.amount]));
        // What was paid needs nothing any more.
        const then = all.map((each) => (recorded.has(each.licenceId) ? line(each.licenceId, 0) : each));
        const rest = partsOfPayment(then, nzd(amount), recorded);
        expect([...first, ...rest]).toEqual(whole);
        expect(whole.reduce((sum, part) => sum + part.amount.amount, 0)).toBe(amount);
      }),
    );
  });
});

describe('what a line needs', () => {
  const play = new Play(smartNetUserGroup, {
    country: 'NZ',
    coverEnds: '2025-12-31',
    registeredOn: '2025-12-01',
  });
  play.until('2026-01-15');
  const { plan, licence, events: journal } = play;
  const on = civilDate('2026-01-20');
  const invoice = { plan, licence, journal: [...journal], invoiceId: 'L-1-I1' };

  it('is what is owed, less the credit of its licence', () => {
    expect(neededFor(invoice, { on }, nzd(0))).toEqual(nzd(552_00));
    const withCredit = { ...licence, credit: nzd(52_00) };
    expect(neededFor({ ...invoice, licence: withCredit }, { on }, nzd(0))).toEqual(nzd(500_00));
    // Another line of the licence has used it.
    expect(neededFor({ ...invoice, licence: withCredit }, { on }, nzd(52_00))).toEqual(nzd(552_00));
  });

  it('is nothing where it is void, unless the money had arrived in time', () => {
    play.until('2026-04-16');
    const lapsed = { plan, licence: play.licence, journal: play.events, invoiceId: 'L-1-I1' };
    const late = civilDate('2026-04-17');
    expect(lapsed.licence.standing.status).toBe('lapsed');
    expect(neededFor(lapsed, { on: late }, nzd(0))).toEqual(nzd(0));
    expect(neededFor(lapsed, { on: late, received: civilDate('2026-04-16') }, nzd(0))).toEqual(nzd(0));
    expect(neededFor(lapsed, { on: late, received: civilDate('2026-04-15') }, nzd(0))).toEqual(nzd(552_00));
  });

  it('is nothing more where the credit covers it, and no less where other lines need more than the credit', () => {
    const withCredit = { ...licence, credit: nzd(600_00) };
    expect(neededFor({ ...invoice, licence: withCredit }, { on }, nzd(0))).toEqual(nzd(0));
    expect(neededFor(invoice, { on }, nzd(100_00))).toEqual(nzd(552_00));
  });

  it('is that of the invoice that is named, also where others are open', () => {
    const other = licence.invoices.map((each) => ({ ...each, invoiceId: 'L-1-I0', credited: nzd(52_00) }));
    const both = { ...licence, invoices: [...other, ...licence.invoices] };
    expect(neededFor({ ...invoice, licence: both }, { on }, nzd(0))).toEqual(nzd(552_00));
    expect(neededFor({ ...invoice, licence: both, invoiceId: 'L-1-I0' }, { on }, nzd(0))).toEqual(
      nzd(500_00),
    );
  });

  it('is nothing for an invoice that the licence does not have, and for one that is paid', () => {
    const received = civilDate('2026-04-15');
    const lapsed = new Play(plan, { country: 'NZ', coverEnds: '2025-12-31', registeredOn: '2025-12-01' });
    lapsed.until('2026-04-16');
    const known = { plan, licence: lapsed.licence, journal: lapsed.events };
    const late = { on: civilDate('2026-04-17'), received };
    expect(neededFor({ ...known, invoiceId: 'L-1-I9' }, late, nzd(0))).toEqual(nzd(0));
    const paid = new Play(plan, { country: 'NZ', coverEnds: '2025-12-31', registeredOn: '2025-12-01' });
    paid.on('2026-01-20', 'payment', 552_00);
    const settled = { plan, licence: paid.licence, journal: paid.events, invoiceId: 'L-1-I1' };
    expect(neededFor(settled, { on: civilDate('2026-01-21'), received }, nzd(0))).toEqual(nzd(0));
  });
});
