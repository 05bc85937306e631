import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { due, nextDueOn } from '../../../domain/agenda.ts';
import { addDays, civilDate } from '../../../domain/calendar.ts';
import type { Command } from '../../../domain/decide.ts';
import { eventSchema } from '../../../domain/licence/events.ts';
import { licenceSchema } from '../../../domain/licence/licence.ts';
import { money } from '../../../domain/billing/money.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { isDunned, owedOf } from '../../../domain/receivables/owed.ts';
import { statementOf } from '../../../domain/receivables/statement.ts';
import { replay } from '../../../domain/receivables/history.ts';
import { plans } from '../../../plans/index.ts';
import { Play } from '../../support/application/play.ts';

type WithoutDay<C> = C extends Command ? Omit<C, 'on'> : never;

const start = civilDate('2026-01-01');
const reason = 'asked for';

const step = fc.record({
  day: fc.integer({ min: 0, max: 700 }),
  what: fc.constantFrom(
    ...(['pay-all', 'pay-all', 'pay', 'pay-early', 'reverse', 'reverse', 'credit', 'credit-part'] as const),
    ...(['reissue', 'refund', 'hold', 'release', 'quote', 'accept', 'cancel', 'document'] as const),
  ),
  amount: fc.integer({ min: 1, max: 120_000 }),
  number: fc.integer({ min: 1, max: 6 }),
});

const history = fc.record({
  plan: fc.constantFrom<Plan[]>(...plans),
  steps: fc.array(step, { maxLength: 30 }),
});

/** The command of a step on `day`. */
function commandOf(
  { what, amount, number }: { what: string; amount: number; number: number },
  day: string,
  currency: string,
): WithoutDay<Command> {
  const invoice = number > 4 ? 'last' : `L-1-I${number}`;
  const sum = money(amount, currency);
  switch (what) {
    case 'pay':
      return { activity: 'payment', amount: sum };
    case 'pay-early':
      return { activity: 'payment', amount: sum, received: addDays(civilDate(day), -(amount % 60)) };
    case 'document':
      return { activity: 'payment', document: `L-1-I${number}` };
    case 'reverse':
      return { activity: 'reverse-payment', paymentId: `L-1-P${number}`, reason };
    case 'credit':
      return { activity: 'credit-invoice', invoice, reason };
    case 'credit-part':
      return { activity: 'credit-invoice', invoice, net: money(amount % 5000, currency), reason };
    case 'reissue':
      return { activity: 'reissue-invoice', invoice, reason };
    case 'refund':
      return { activity: 'refund', amount: sum, reason };
    case 'hold':
      return { activity: 'hold', until: addDays(civilDate(day), amount % 181), reason };
    case 'release':
      return { activity: 'release' };
    case 'quote':
      return { activity: 'request-quote' };
    case 'accept':
      return { activity: 'accept-quote', years: 1 };
    case 'cancel':
      return { activity: 'cancel' };
    default:
      return { activity: 'payment' };
  }
}

/** Lives through the steps, a run each day; `look` sees the licence after each day. */
function live(
  {
    plan,
    steps,
  }: { plan: Plan; steps: readonly { day: number; what: string; amount: number; number: number }[] },
  look: (play: Play) => void,
): Play {
  const covered = plan.term.kind === 'calendar-year' ? '2026-12-31' : '2026-04-30';
  const play = new Play(plan, { coverEnds: covered, registeredOn: start, country: 'DE' });
  for (let day = 0; day <= 700; day += 1) {
    const today = addDays(start, day);
    play.skipTo(today);
    for (const each of steps.filter((one) => one.day === day))
      play.does(today, commandOf(each, today, plan.currency));
    play.run();
    look(play);
  }
  return play;
}

/** What the events of a journal leave as credit. */
function creditOf(play: Play): number {
  return play.events.reduce((sum, event) => {
    if (event.type === 'PaymentRecorded') return sum + event.amount.amount;
    if (event.type === 'PaymentReversed' || event.type === 'RefundRecorded') return sum - event.amount.amount;
    if (event.type === 'InvoicePaid') return sum - event.total.amount;
    if (event.type === 'InvoiceReopened') return sum + owedOf(event.invoice).amount;
    const isCredit = event.type === 'CreditNoteIssued' && event.becomes === 'credit';
    return isCredit ? sum + event.total.amount : sum;
  }, 0);
}

const runs = { numRuns: 60 };

describe('whatever is paid, reversed, credited, refunded and held', () => {
  it('conserves money to the minor unit, and the credit is never below zero', () => {
    fc.assert(
      fc.property(history, (lived) => {
        const play = live(lived, ({ licence }) => {
          expect(licence.credit.amount).toBeGreaterThanOrEqual(0);
        });
        expect(play.licence.credit.amount).toBe(creditOf(play));
        for (const event of play.events.filter(({ type }) => type === 'InvoiceIssued')) {
          if (event.type !== 'InvoiceIssued') continue;
          const credited = play.events
            .filter((note) => note.type === 'CreditNoteIssued')
            .filter(({ invoiceId }) => invoiceId === event.invoiceId)
            .reduce((sum, note) => sum + note.total.amount, 0);
          expect(credited).toBeLessThanOrEqual(event.total.amount);
        }
      }),
      runs,
    );
  });

  it('adds the lines of a statement up to what is owed less the credit; what a payment settles is none of its own', () => {
    fc.assert(
      fc.property(history, (lived) => {
        const { events, licence } = live(lived, () => undefined);
        const lines = statementOf(events);
        const owed = licence.invoices.reduce((sum, invoice) => sum + owedOf(invoice).amount, 0);
        const sum = lines.reduce((total, { amount }) => total + amount.amount, 0);
        expect(sum).toBe(owed - licence.credit.amount);
        expect(lines.filter(({ event }) => event.type === 'InvoicePaid')).toEqual([]);
        const charged = lines.filter(({ event }) => event.type === 'InvoiceIssued');
        expect(
          charged.every(({ event, amount }) => 'total' in event && amount.amount === event.total.amount),
        ).toBe(true);
      }),
      runs,
    );
  });

  it('replays to the state, and both read back from the store as they were', () => {
    fc.assert(
      fc.property(history, (lived) => {
        const { events, licence } = live(lived, () => undefined);
        expect(replay(events)).toEqual(licence);
        const stored: unknown = JSON.parse(JSON.stringify(licence));
        expect(licenceSchema.parse(stored)).toEqual(stored);
        for (const event of events) {
          const text: unknown = JSON.parse(JSON.stringify(event));
          expect(eventSchema.parse(text)).toEqual(text);
        }
      }),
      runs,
    );
  });

  it('does nothing before nextDueOn, and nothing twice; nothing lapses as unpaid or is reminded of under a hold', () => {
    fc.assert(
      fc.property(history, (lived) => {
        live(lived, ({ plan, licence, today, events }) => {
          const next = nextDueOn(plan, licence);
          expect(due(plan, licence, today)).toEqual([]);
          if (next !== undefined) {
            expect(due(plan, licence, addDays(next, -1))).toEqual([]);
            expect(due(plan, licence, next)).not.toEqual([]);
          }
          if (licence.hold === undefined || licence.hold.until < today) return;
          const ofRun = events.filter(({ date }) => date === today);
          const isStopped = (event: (typeof events)[number]) =>
            (event.type === 'MaintenanceLapsed' && event.reason === 'unpaid') ||
            (event.type === 'ReminderIssued' && event.invoiceId !== undefined);
          expect(ofRun.filter(isStopped)).toEqual([]);
        });
      }),
      runs,
    );
  });

  it('leaves no invoice open that the credit pays, and no dunned one on an active licence past its pay-by', () => {
    fc.assert(
      fc.property(history, (lived) => {
        live(lived, ({ licence }) => {
          const [oldest] = licence.invoices;
          if (oldest !== undefined) expect(owedOf(oldest).amount).toBeGreaterThan(licence.credit.amount);
          for (const invoice of licence.invoices) expect(owedOf(invoice).amount).toBeGreaterThan(0);
          if (licence.standing.status !== 'active' || licence.hold !== undefined) return;
          for (const { payBy } of licence.invoices.filter(isDunned))
            expect(payBy >= licence.lastEventOn).toBe(true);
        });
      }),
      runs,
    );
  });
});
