import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventInWords } from '../../../client/words/event-in-words.ts';
import { outlookOf } from '../../../client/explaining/outlook.ts';
import { type Remedy, remedyInWords } from '../../../client/explaining/remedies.ts';
import { addDays, civilDate } from '../../../domain/calendar.ts';
import type { Command } from '../../../domain/decide.ts';
import type { Event } from '../../../domain/licence/events.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { plans } from '../../../plans/index.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

/** The outlook from the last day that was played. */
function lines(play: Play): string[] {
  return outlookOf(play.plan, play.licence, play.today).map(({ on, events, unless }) => {
    const what = events.map(eventInWords).join('; ');
    return `${on} ${what}${unless.length === 0 ? '' : ` unless ${unless.map(remedyInWords).join(' and ')}`}`;
  });
}

function member(): Play {
  const facts = { country: 'NZ', coverEnds: '2026-12-31', registeredOn: '2026-12-01' };
  return new Play(smartNetUserGroup, facts).until('2027-01-15');
}

describe('the outlook of a licence if nobody acts, and what would prevent each entry', () => {
  test('an invoice that is open: how much is to be paid by when, and nothing after the lapse', () => {
    const invoice = 'L-1-I1';
    expect(lines(member())).toEqual([
      `2027-02-14 reminder payment-30 is sent for invoice ${invoice} unless the customer pays NZD 552.00 by 2027-02-13`,
      `2027-03-16 reminder payment-60 is sent for invoice ${invoice} unless the customer pays NZD 552.00 by 2027-03-15`,
      `2027-04-01 reminder final-notice is sent for invoice ${invoice} unless the customer pays NZD 552.00 by 2027-03-31`,
      `2027-04-16 invoice ${invoice} is voided; maintenance lapses: unpaid unless the customer pays NZD 552.00 by 2027-04-15`,
    ]);
  });

  test('what was paid in part is not asked for again', () => {
    const play = member().on('2027-01-20', 'payment', 200_00);
    expect(lines(play).at(-1)).toContain('lapses: unpaid unless the customer pays NZD 352.00 by 2027-04-15');
  });

  test('a renewal that is paid: the outlook has the next invoice with its amount, and what follows', () => {
    const play = member().on('2027-01-20', 'payment');
    expect(lines(play)).toEqual([
      '2027-12-31 term 3 starts: from 2028-01-01 to 2028-12-31 (renewal) unless the customer cancels renewal by 2027-12-31',
      '2028-01-15 invoice L-1-I2 (renewal) is issued: NZD 552.00, payable by 2028-04-15',
      expect.stringContaining('2028-02-14 reminder payment-30'),
      expect.stringContaining('2028-03-15 reminder payment-60'),
      expect.stringContaining('2028-04-01 reminder final-notice'),
      expect.stringContaining(
        '2028-04-16 invoice L-1-I2 is voided; maintenance lapses: unpaid unless the customer pays NZD 552.00',
      ),
    ]);
  });

  test('it is too late to cancel: nothing keeps the next term from starting', () => {
    const play = new Play(videoSma, { coverEnds: '2026-06-30', registeredOn: '2026-01-01' });
    const renewal = '2026-06-30 term 2 starts: from 2026-07-01 to 2027-06-30 (renewal)';
    expect(lines(play.until('2026-05-31'))).toContain(
      `${renewal} unless the customer cancels renewal by 2026-05-31`,
    );
    expect(lines(play.until('2026-06-01'))).toContain(renewal);
  });

  test('a quote that is open, and the end of cover that accepting it would put off', () => {
    const play = new Play(netjapanMaintenance, { coverEnds: '2026-03-31', registeredOn: '2026-01-01' });
    expect(lines(play.until('2026-02-01'))).toEqual([
      '2026-03-01 reminder expiry-30 is sent unless the customer pays for the next term or cancels renewal by 2026-02-28',
      '2026-03-24 reminder expiry-7 is sent unless the customer pays for the next term or cancels renewal by 2026-03-23',
      '2026-04-01 quote L-1-Q1 expires unless the customer accepts quote L-1-Q1 by 2026-03-31',
      '2026-04-01 maintenance lapses: not renewed unless the customer accepts quote L-1-Q1 by 2026-03-31, and pays its order',
    ]);
  });

  test('an order that is open, and the lapse that it holds off', () => {
    const play = new Play(netjapanMaintenance, { coverEnds: '2026-03-31', registeredOn: '2026-01-01' });
    play.on('2026-03-20', 'accept-quote', 1);
    expect(lines(play)).toEqual([
      '2026-04-20 invoice L-1-I1 is voided unless the customer pays GBP 200.00 by 2026-04-19',
      '2026-04-20 maintenance lapses: not renewed unless the customer pays GBP 200.00 by 2026-04-19',
    ]);
  });

  test('no quote goes out by itself: one is to be asked for', () => {
    const play = new Play(vtubeLaserSmp, { coverEnds: '2026-12-31', registeredOn: '2026-01-01' });
    expect(lines(play).at(-1)).toBe(
      '2027-01-01 maintenance lapses: not renewed unless the customer requests and accepts a quote by 2026-12-31, and pays its order',
    );
  });

  test('a renewal that was cancelled', () => {
    const play = new Play(videoSma, { coverEnds: '2026-06-30', registeredOn: '2026-01-01' });
    play.on('2026-01-02', 'cancel');
    expect(lines(play)).toEqual([
      '2026-07-01 maintenance lapses: cancelled unless the customer resumes renewal by 2026-06-30',
    ]);
  });

  test('what missed runs have left is done by the next, and can be kept off until it', () => {
    const play = new Play(videoSma, { coverEnds: '2026-06-30', registeredOn: '2026-01-01' });
    play.on('2026-01-02', 'cancel').skipTo('2026-07-05');
    expect(lines(play)).toEqual([
      '2026-07-05 maintenance lapses: cancelled unless the customer resumes renewal by 2026-07-05',
    ]);
  });

  test('a quote that the last run in time would issue is asked for before it', () => {
    const play = new Play(smartertoolsMaintenance, { coverEnds: '2026-02-18', registeredOn: '2026-01-01' });
    play.until('2026-01-09').skipTo('2026-02-18');
    expect(lines(play).at(-1)).toBe(
      '2026-02-19 maintenance lapses: not renewed unless the customer requests and accepts a quote by 2026-02-18, and pays its order',
    );
  });
});

const history = fc.record({
  plan: fc.constantFrom<Plan[]>(...plans),
  coverEnds: fc.integer({ min: -60, max: 420 }).map((days) => addDays(civilDate('2026-01-01'), days)),
  commands: fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 500 }),
      what: fc.constantFrom<Command['activity'][]>(
        ...([
          'payment',
          'payment',
          'request-quote',
          'request-quote',
          'accept-quote',
          'cancel',
          'resume',
        ] as const),
      ),
      amount: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }),
    }),
    { maxLength: 8 },
  ),
  until: fc.integer({ min: 1, max: 500 }),
  missed: fc.integer({ min: 0, max: 40 }),
});

/** A licence that has lived until some day, whose last runs may have been missed; another of the same history each time. */
function lived({
  plan,
  coverEnds,
  commands,
  until,
  missed,
}: typeof history extends fc.Arbitrary<infer T> ? T : never) {
  const end = plan.term.kind === 'calendar-year' ? `${coverEnds.slice(0, 4)}-12-31` : coverEnds;
  const registeredOn = civilDate('2026-01-01');
  const play = new Play(plan, { coverEnds: end, registeredOn, country: 'DE' });
  for (const { day, what, amount } of commands.toSorted((a, b) => a.day - b.day)) {
    if (day < until) play.on(addDays(registeredOn, day), what, what === 'accept-quote' ? 1 : amount);
  }
  const last = addDays(registeredOn, until - 1);
  return play.until(last).skipTo(addDays(last, 1 + missed));
}

describe('whatever has happened to a licence', () => {
  test('the daily runs then do exactly what the outlook says, if nobody acts', () => {
    fc.assert(
      fc.property(history, (one) => {
        const play = lived(one);
        const outlook = outlookOf(play.plan, play.licence, play.today);
        const before = play.events.length;
        const [first] = outlook;
        if (first !== undefined) expect(play.until(addDays(first.on, -1)).events.slice(before)).toEqual([]);
        play.until(outlook.at(-1)?.on ?? addDays(play.today, 800));
        const expected = outlook.flatMap(({ events }) => events);
        expect(play.events.slice(before, before + expected.length)).toEqual(expected);
        if (outlook.length === 0) expect(play.events.slice(before)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('what is said to keep something off does so, done on the last day that is named', () => {
    fc.assert(
      fc.property(history, (one) => {
        const { plan, licence, today } = lived(one);
        for (const { on, events, unless } of outlookOf(plan, licence, today)) {
          if (unless.length === 0) continue;
          const play = lived(one);
          for (const remedy of unless) {
            if (remedy.by < today) throw new Error(`${remedy.by} is over`);
            does(play, remedy);
          }
          const happened = play.until(on).events.filter(({ date }) => date === on);
          const expected = events.at(-1);
          expect(happened.map(identity)).not.toContain(expected && identity(expected));
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** What tells two events of a day apart: the same may happen to another invoice. */
function identity(event: Event): string {
  return [
    event.type,
    'reminder' in event ? event.reminder : '',
    'quoteId' in event ? event.quoteId : '',
    'invoiceId' in event ? event.invoiceId : '',
  ].join(' ');
}

function does(play: Play, remedy: Remedy): void {
  const { by } = remedy;
  switch (remedy.do) {
    case 'pay':
      play.on(by, 'payment', remedy.amount.amount);
      return;
    case 'accept-quote':
      play.on(by, 'accept-quote', 1);
      return;
    case 'renew':
      if (remedy.quoteId === undefined) play.on(by, 'request-quote');
      play.on(by, 'accept-quote', 1).on(by, 'payment');
      return;
    case 'renew-or-cancel':
      play.on(by, 'cancel');
      return;
    case 'cancel':
    case 'resume':
      play.on(by, remedy.do);
  }
}
