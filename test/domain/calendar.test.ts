import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  addMonths,
  civilDate,
  civilDateSchema,
  dayIn,
  dayOfYear,
  daysBetween,
  daysInYear,
  firstOfNextMonth,
  firstOfYear,
  givenDateSchema,
  lastOfYear,
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

it('has months of 31 and 30 days', () => {
  const isDate = (date: string) => civilDateSchema.safeParse(date).success;
  const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
  const long = months.filter((month) => isDate(`2026-${month}-31`));
  expect(long).toEqual(['01', '03', '05', '07', '08', '10', '12']);
  expect(months.filter((month) => isDate(`2026-${month}-30`))).toHaveLength(11);
  expect(['2026-00-10', '2026-13-10', '2026-05-00', '2026-05-32'].filter(isDate)).toEqual([]);
});

it('has 28 or 29 February three months after 30 November', () => {
  expect(addMonths(civilDate('2026-11-30'), 3)).toBe('2027-02-28');
  expect(addMonths(civilDate('2027-11-30'), 3)).toBe('2028-02-29');
});

it('has 29 February again 48 months after 29 February', () => {
  expect(addMonths(civilDate('2024-02-29'), 48)).toBe('2028-02-29');
});

it('has a leap year every four years, of full centuries only those that 400 divides', () => {
  const years = [1900, 2000, 2023, 2024, 2100, 2400];
  expect(years.map((year) => daysInYear(year))).toEqual([365, 366, 365, 366, 365, 366]);
  expect(years.map((year) => lastOfFebruary(year))).toEqual([28, 29, 28, 29, 28, 29]);
});

it('starts and ends years, and has each day of the year in each', () => {
  expect([firstOfYear(2026), lastOfYear(2026)]).toEqual(['2026-01-01', '2026-12-31']);
  expect([2027, 2028].map((year) => dayOfYear(year, 2, 29))).toEqual(['2027-02-28', '2028-02-29']);
  expect(dayOfYear(2026, 1, 15)).toBe('2026-01-15');
});

it('takes dates from people between 1900 and 2999 (§15.4)', () => {
  const isGiven = (date: string) => givenDateSchema.safeParse(date).success;
  expect(['1900-01-01', '2999-12-31'].map(isGiven)).toEqual([true, true]);
  expect(['1899-12-31', '3000-01-01'].map(isGiven)).toEqual([false, false]);
  expect(givenDateSchema.safeParse('1899-12-31').error?.issues[0]?.message).toMatch(
    /1900-01-01 and 2999-12-31/,
  );
  expect(givenDateSchema.safeParse('31.12.2026').error?.issues[0]?.message).toMatch(/such as 2026-01-31/);
});

it('ends with the years 1000 to 9999 (§1.1)', () => {
  expect(() => addDays(civilDate('9999-12-31'), 1)).toThrow(
    '10000-01-01 lies outside the years 1000 to 9999',
  );
  expect(() => addDays(civilDate('1000-01-01'), -1)).toThrow(
    '0999-12-31 lies outside the years 1000 to 9999',
  );
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

/** The last day of February that is a date. */
function lastOfFebruary(year: number): number {
  return civilDateSchema.safeParse(`${year}-02-29`).success ? 29 : 28;
}

function isTemporalDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
