import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { due, nextDueOn } from '../../../domain/agenda.ts';
import { mostGiven } from '../../../domain/billing/money.ts';
import { addDays, civilDate } from '../../../domain/calendar.ts';
import { type Command, decide } from '../../../domain/decide.ts';
import { evolve } from '../../../domain/evolve.ts';
import { mostModules } from '../../../domain/licence/entered-facts.ts';
import { type FactProblem, factProblems } from '../../../domain/licence/fact-problems.ts';
import type { Licence } from '../../../domain/licence/licence.ts';
import { perform } from '../../../domain/licence/perform.ts';
import { register } from '../../../domain/licence/register.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { instant } from '../../../domain/time/instant.ts';
import { planOf } from '../../../plans/plan-of.ts';
import { plans } from '../../../plans/index.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { factsOf } from '../../support/application/play.ts';

function fields(problems: readonly FactProblem[]): readonly string[] {
  return problems.map(({ field }) => field);
}

const thousands = Object.fromEntries(Array.from({ length: 9000 }, (_, index) => [`M-${index}`, 100]));

describe('facts are refused at the door', () => {
  it.each<[string, Plan, Parameters<typeof factsOf>[1], string]>([
    [
      'with cover to the last day that there is',
      netjapanMaintenance,
      { coverEnds: '9999-12-31' },
      'coverEnds',
    ],
    ['with a purchase in 9999', netjapanMaintenance, { purchasedOn: '9999-06-01' }, 'purchasedOn'],
    ['with a purchase in the Middle Ages', netjapanMaintenance, { purchasedOn: '1066-10-14' }, 'purchasedOn'],
    [
      'with list prices beyond 2^53 in all',
      videoSma,
      { purchasedOn: '2026-01-01', modules: { A: 9e15, B: 9e15 } },
      'modules',
    ],
    [
      'with list prices that add up to too much',
      videoSma,
      { purchasedOn: '2026-01-01', modules: { A: mostGiven, B: 1 } },
      'modules',
    ],
    ['with thousands of modules', videoSma, { purchasedOn: '2026-01-01', modules: thousands }, 'modules'],
    ['with an SKU of two lines', videoSma, { purchasedOn: '2026-01-01', modules: { 'A\nB': 1 } }, 'modules'],
    ['of a product without a price', vtubeLaserSmp, { product: 'Other' }, 'product'],
    [
      'without modules where they are the price',
      videoSma,
      { purchasedOn: '2026-01-01', modules: {} },
      'modules',
    ],
    ['without the day that the first term counts from', videoSma, {}, 'purchasedOn'],
    [
      'with cover that starts after it ends',
      videoSma,
      { coverStarts: '2026-02-01', coverEnds: '2026-01-31' },
      'coverStarts',
    ],
    [
      'with cover that does not end',
      videoSma,
      { purchasedOn: '2026-01-01', coverStarts: '2026-02-01' },
      'coverEnds',
    ],
    [
      'with cover that ends within a calendar year',
      smartNetUserGroup,
      { coverEnds: '2026-06-30' },
      'coverEnds',
    ],
    [
      'with more years than are sold',
      netjapanMaintenance,
      { purchasedOn: '2026-01-01', initialYears: 6 },
      'initialYears',
    ],
    [
      'of a contract that the plan does not know',
      videoSma,
      { coverEnds: '2026-06-30', contract: 'old' },
      'contract',
    ],
    [
      'of an honoured contract without its cover',
      videoSma,
      { purchasedOn: '2026-01-01', contract: 'maintenance-contract' },
      'contract',
    ],
  ])('%s', (_, plan, written, field) => {
    expect(fields(factProblems(plan, factsOf(plan, written)))).toEqual([field]);
  });

  it('and not where all is well', () => {
    const most = Object.fromEntries(Array.from({ length: mostModules }, (_, index) => [`M-${index}`, 100]));
    expect(factProblems(videoSma, factsOf(videoSma, { purchasedOn: '2999-12-31', modules: most }))).toEqual(
      [],
    );
  });
});

const dayOf = (min: string, max: string) =>
  fc.oneof(
    fc.constantFrom(min, max, '2000-02-29', '2024-02-29', '2026-01-31', '2999-12-31'),
    fc
      .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  );
const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const yearEnd = fc.integer({ min: 1900, max: 2999 }).map((year) => `${year}-12-31`);
const fact = fc.option(dayOf('1900-01-01', '2999-12-31'), { nil: undefined });
const amount = fc.oneof(
  fc.nat(1_000_000),
  fc.nat(mostGiven),
  fc.constantFrom(0, 1, mostGiven, 2 ** 53, -1, 0.5),
);
const text = fc.oneof(fc.constantFrom('Suite', 'A', 'CAM-16'), fc.string({ unit: 'grapheme' }));

const entry = fc.record({
  planId: fc.constantFrom(...plans.map(({ id }) => id)),
  facts: fc.record({
    product: rarely(text),
    edition: fc.oneof(fc.constant(''), text),
    model: fc.constantFrom('perpetual', 'perpetual', 'subscription'),
    modules: rarely(fc.dictionary(text, fc.nat(mostGiven), { maxKeys: 3 })),
    purchasedOn: fact,
    activatedOn: fact,
    installedOn: fact,
    coverStarts: rarely(dayOf('1900-01-01', '2999-12-31')),
    coverEnds: fc.option(fc.oneof(dayOf('1900-01-01', '2999-12-31'), yearEnd), { nil: undefined }),
    initialYears: fc.constantFrom(1, 1, 1, 3, 5, 100),
    onSiteTraining: fc.boolean(),
    termNumber: fc.constantFrom(1, 2, 1000),
    contract: rarely(fc.constantFrom('update-contract', 'maintenance-contract')),
    registeredOn: dayOf('2000-01-01', '2999-12-31'),
  }),
});

const command = fc.oneof(
  fc.record({
    activity: fc.constant('payment'),
    amount: fc.option(
      amount.map((n) => ({ amount: n, currency: 'EUR' })),
      { nil: undefined },
    ),
  }),
  fc.record({ activity: fc.constant('accept-quote'), years: fc.integer({ min: -1, max: 200 }) }),
  fc.record({
    activity: fc.constantFrom(
      'request-quote',
      'request-quote',
      'cancel',
      'resume',
      'activate',
      'install',
      'deactivate',
      'ask-term',
      'accept-change',
      'leave-announcements',
      'join-announcements',
    ),
  }),
  fc.record({
    activity: fc.constant('request-change'),
    edition: fc.constantFrom('Enterprise', 'ProBox', 'Server'),
  }),
  fc.record({ activity: fc.constant('add-modules'), skus: fc.subarray(['CAM-16', 'POS', 'NONE']) }),
  fc.record({
    activity: fc.constant('request-migration'),
    hours: fc.oneof(fc.double(), fc.double({ min: 0, max: 1000, noNaN: true })),
    hardware: amount.map((n) => ({ amount: n, currency: 'NZD' })),
  }),
  fc.record({ activity: fc.constant('open-ticket'), emergency: fc.boolean() }),
);

const step = fc.record({
  days: fc.oneof(fc.nat(40), fc.nat(800)),
  what: fc.option(command, { nil: undefined }),
});
const history = fc.record({ entry, steps: fc.array(step, { maxLength: 25 }) });

describe('whatever the doors accept', () => {
  it('nothing that happens to a licence later throws, and it fits into an item', () => {
    let tried = 0;
    let accepted = 0;
    fc.assert(
      fc.property(history, ({ entry: { planId, facts: written }, steps }) => {
        tried += 1;
        const plan = planOf(planId);
        const given = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
        const facts = factsOf(plan, given);
        if (factProblems(plan, facts).length > 0) return;
        accepted += 1;
        let licence = register(plan, facts).reduce<Licence | undefined>(evolve, undefined);
        let today = facts.registeredOn;
        for (const { days, what } of steps) {
          if (licence === undefined) throw new Error('not registered');
          today = today > '2999-06-01' ? today : addDays(today, days);
          if (what !== undefined) {
            const full = { on: today, at: instant(`${today}T12:00:00Z`), ...what } as Command;
            licence = decide(plan, licence, full, today).events.reduce(evolve, licence);
          }
          const next = nextDueOn(plan, licence);
          for (let passes = 0; passes < 40; passes += 1) {
            const [first] = due(plan, licence, today);
            if (first === undefined) break;
            if (next !== undefined) expect(next <= today).toBe(true);
            licence = perform(plan, licence, first, today).reduce(evolve, licence);
          }
        }
        expect(JSON.stringify(licence).length).toBeLessThan(350_000);
      }),
      { numRuns: 10_000 },
    );
    expect(accepted).toBeGreaterThan(tried / 10);
  }, 120_000);

  it('a payment of more than can be counted is rejected with the reason', () => {
    const facts = factsOf(videoSma, { coverEnds: '2026-12-31' });
    const licence = register(videoSma, facts).reduce<Licence | undefined>(evolve, undefined);
    if (licence === undefined) throw new Error('not registered');
    const on = civilDate('2026-02-01');
    const pay = (amount: number, currency: string) =>
      decide(videoSma, licence, { on, activity: 'payment', amount: { amount, currency } }, on);
    expect(pay(2 ** 53, 'EUR')).toMatchObject({
      outcome: 'rejected',
      reason: 'a payment is at most EUR 100000000000.00',
    });
    expect(pay(100, 'USD')).toMatchObject({
      outcome: 'rejected',
      reason: 'the payment is in USD, and the licence is charged in EUR',
    });
  });
});
