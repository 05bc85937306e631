import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { due, nextDueOn } from '../../domain/agenda.ts';
import { addDays, civilDate } from '../../domain/calendar.ts';
import type { Command } from '../../domain/decide.ts';
import { type EventOf, eventSchema } from '../../domain/licence/events.ts';
import { isTermOrder, type Licence, licenceSchema } from '../../domain/licence/licence.ts';
import { money } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { plans } from '../../plans/index.ts';
import { Play } from '../support/application/play.ts';

const start = civilDate('2026-01-01');

const activity = fc.record({
  day: fc.integer({ min: 0, max: 900 }),
  what: fc.constantFrom<Command['activity'][]>(
    ...(['payment', 'payment', 'request-quote', 'request-quote', 'accept-quote', 'accept-quote'] as const),
    ...(['cancel', 'resume', 'activate', 'install', 'deactivate'] as const),
    ...(['request-change', 'request-migration', 'accept-change', 'accept-change', 'add-modules'] as const),
    'change-customer',
  ),
  detail: fc.option(fc.integer({ min: 1, max: 300_000 }), { nil: undefined }),
});

const missed = fc.record({ day: fc.integer({ min: 0, max: 900 }), length: fc.integer({ min: 0, max: 120 }) });

const history = fc.record({
  plan: fc.constantFrom<Plan[]>(...plans),
  known: fc.constantFrom('coverEnds', 'fact', 'nothing'),
  offset: fc.integer({ min: -420, max: 420 }),
  years: fc.integer({ min: 1, max: 5 }),
  onSiteTraining: fc.boolean(),
  activities: fc.array(activity, { maxLength: 25 }),
  missed: fc.array(missed, { maxLength: 3 }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** Registers a licence and lives through a history of activities and missed days; `look` sees it after each step. */
function live(history: History, look: (play: Play, day: number) => void): Play {
  const { plan, known, offset, years, onSiteTraining } = history;
  const date = addDays(start, offset);
  const calendarYear = plan.term.kind === 'calendar-year';
  const coverEnds = calendarYear ? `${date.slice(0, 4)}-12-31` : date;
  const facts =
    known === 'coverEnds'
      ? { coverEnds }
      : known === 'fact' || plan.firstTerm.from === 'purchasedOn'
        ? { [plan.firstTerm.from]: date }
        : {};
  const play = new Play(plan, {
    ...facts,
    initialYears: years,
    onSiteTraining,
    registeredOn: start,
    country: 'DE',
  });
  for (let day = 0; day <= 900; day += 1) {
    const today = addDays(start, day);
    play.skipTo(today);
    for (const { what, detail } of history.activities.filter((one) => one.day === day)) {
      does(play, today, what, detail);
      look(play, day);
    }
    const isMissed = history.missed.some((gap) => day >= gap.day && day < gap.day + gap.length);
    if (!isMissed) {
      play.run();
      look(play, day);
    }
  }
  return play;
}

/** Does an activity with what it needs, chosen by `detail` where it has a choice. */
function does(play: Play, today: string, activity: Command['activity'], detail = 0): Play {
  const { plan } = play;
  const choose = (names: readonly string[]) => names[detail % names.length] ?? 'nothing listed';
  const { modules = {}, editions = {} } = plan.catalogue ?? {};
  if (activity === 'request-change')
    return play.does(today, { activity, edition: choose(Object.keys(editions)) });
  if (activity === 'request-migration')
    return play.does(today, { activity, hours: detail % 9, hardware: money(detail, plan.currency) });
  if (activity === 'add-modules') return play.does(today, { activity, skus: [choose(Object.keys(modules))] });
  if (activity === 'change-customer')
    return play.does(today, { activity, customerKind: 'msp', country: choose(['DE', 'NZ', 'GB']) });
  if (activity === 'accept-quote') return play.on(today, activity, (detail % 3) + 1);
  return play.on(today, activity, detail === 0 ? undefined : detail);
}

const runs = { numRuns: 60 };

describe('whatever customers do and whichever runs are missed', () => {
  it('nothing is due before nextDueOn, and something is from it on', () => {
    fc.assert(
      fc.property(history, (lived) => {
        live(lived, ({ plan, licence }, day) => {
          if (day % 20 !== 0) return;
          const next = nextDueOn(plan, licence);
          const days = next === undefined ? [0, 4000] : [-4000, -1];
          for (const n of days) expect(due(plan, licence, addDays(next ?? start, n))).toEqual([]);
          if (next !== undefined) {
            for (const n of [0, 1, 4000]) expect(due(plan, licence, addDays(next, n))).not.toEqual([]);
          }
        });
      }),
      runs,
    );
  });

  it('a second run of a day does nothing', () => {
    fc.assert(
      fc.property(history, (lived) => {
        const play = live(lived, () => undefined);
        play.run();
        const before = play.events.length;
        expect(play.run().events.length).toBe(before);
      }),
      runs,
    );
  });

  it('the credit is what was paid in, less what invoices took, and never less than nothing', () => {
    fc.assert(
      fc.property(history, (lived) => {
        const play = live(lived, ({ licence }) => {
          expect(licence.credit.amount).toBeGreaterThanOrEqual(0);
        });
        const paidIn = sum(ofType(play, 'PaymentRecorded').map((event) => event.amount.amount));
        const taken = sum(ofType(play, 'InvoicePaid').map((event) => event.total.amount));
        expect(play.licence.credit.amount).toBe(paidIn - taken);
      }),
      runs,
    );
  });

  it('terms of an unbroken chain follow each other without a gap or an overlap', () => {
    fc.assert(
      fc.property(history, (lived) => {
        const play = live(lived, () => undefined);
        const terms = ofType(play, 'TermStarted');
        for (const [index, term] of terms.entries()) {
          expect(term.starts <= term.ends).toBe(true);
          const before = terms[index - 1];
          if (before && term.basis === 'renewal') expect(term.starts).toBe(addDays(before.ends, 1));
          if (before && term.basis === 'reinstatement') expect(term.starts > before.ends).toBe(true);
        }
      }),
      runs,
    );
  });

  it('no reminder goes out twice for a term or an invoice, and every invoice is paid or voided once at most', () => {
    fc.assert(
      fc.property(history, (lived) => {
        const play = live(lived, () => undefined);
        let term = '';
        const reminders: string[] = [];
        for (const event of play.events) {
          if (event.type === 'TermStarted') term = event.starts;
          if (event.type === 'ReminderIssued' || event.type === 'ReminderSkipped') {
            reminders.push(`${event.invoiceId ?? term} ${event.reminder}`);
          }
        }
        expect(new Set(reminders).size).toBe(reminders.length);
        const closed = play.events.flatMap((event) =>
          event.type === 'InvoicePaid' || event.type === 'InvoiceVoided' ? [event.invoiceId] : [],
        );
        expect(new Set(closed).size).toBe(closed.length);
      }),
      runs,
    );
  });

  it('what the store writes of licences and events reads back as it was', () => {
    fc.assert(
      fc.property(history, (lived) => {
        let last: Licence | undefined;
        const play = live(lived, ({ licence }) => {
          if (licence === last) return;
          last = licence;
          expect(licenceSchema.parse(stored(licence))).toEqual(stored(licence));
        });
        for (const event of play.events) expect(eventSchema.parse(stored(event))).toEqual(stored(event));
      }),
      runs,
    );
  });

  it('at most one quote and one order for a term are open, and only the lapsed are offered a reinstatement', () => {
    fc.assert(
      fc.property(history, (lived) => {
        live(lived, ({ licence: { quote, invoices, standing } }) => {
          const orders = invoices.filter(isTermOrder);
          expect(orders.length + (quote === undefined ? 0 : 1)).toBeLessThanOrEqual(1);
          for (const offer of [quote?.kind, ...orders.map((order) => order.purpose.kind)]) {
            if (offer !== undefined) expect(offer === 'reinstatement').toBe(standing.status === 'lapsed');
          }
        });
      }),
      runs,
    );
  });
});

function ofType<T extends Play['events'][number]['type']>(play: Play, type: T): EventOf<T>[] {
  return play.events.filter((event): event is EventOf<T> => event.type === type);
}

function stored(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
