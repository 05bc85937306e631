import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  addMonths,
  civilDate,
  civilDateSchema,
  dayIn,
  daysBetween,
  firstOfNextMonth,
} from '../../domain/calendar.ts';

const epoch = Temporal.PlainDate.from('2000-01-01');
const anyDate = fc
  .integer({ min: -100_000, max: 200_000 })
  .map((days) => civilDate(epoch.add({ days }).toString()));

describe('against Temporal as the oracle', () => {
  test('adding days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -10_000, max: 10_000 }), (date, days) => {
        expect(addDays(date, days)).toBe(Temporal.PlainDate.from(date).add({ days }).toString());
      }),
    );
  });

  test('adding months, a day that the month lacks becoming its last', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        expect(addMonths(date, months)).toBe(Temporal.PlainDate.from(date).add({ months }).toString());
      }),
    );
  });

  test('days between', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(daysBetween(a, b)).toBe(Temporal.PlainDate.from(a).until(b).days);
      }),
    );
  });

  test('what is a date and what is not', () => {
    const written = fc.tuple(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(written, ([year, month, day]) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(civilDateSchema.safeParse(text).success).toBe(isTemporalDate(text));
      }),
    );
  });
});

it.each(['2026-1-05', '2026-02-29', '05.01.2026', '', '2026-01-05T00:00', '0999-01-01'])(
  'refuses %j',
  (text) => {
    expect(civilDateSchema.safeParse(text).success).toBe(false);
  },
);

it('has 28 or 29 February three months after 30 November', () => {
  expect(addMonths(civilDate('2026-11-30'), 3)).toBe('2027-02-28');
  expect(addMonths(civilDate('2027-11-30'), 3)).toBe('2028-02-29');
});

it('has 29 February again 48 months after 29 February', () => {
  expect(addMonths(civilDate('2024-02-29'), 48)).toBe('2028-02-29');
});

it('takes the first of the following month, also on a first', () => {
  expect(firstOfNextMonth(civilDate('2026-03-01'))).toBe('2026-04-01');
  expect(firstOfNextMonth(civilDate('2026-12-31'))).toBe('2027-01-01');
});

it('takes the day from the wall clock of the time zone, on both sides of its midnight and across summer time', () => {
  expect(dayIn('Pacific/Auckland', '2026-01-14T10:59:59Z')).toBe('2026-01-14');
  expect(dayIn('Pacific/Auckland', '2026-01-14T11:00:00Z')).toBe('2026-01-15');
  expect(dayIn('Pacific/Auckland', '2026-07-14T11:30:00Z')).toBe('2026-07-14');
  expect(dayIn('America/Phoenix', '2026-01-15T06:59:59Z')).toBe('2026-01-14');
});

function isTemporalDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
