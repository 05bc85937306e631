import { describe, expect, it, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { eachDay } from '../../../domain/time/days.ts';
import { instant, instantSchema, noonIn, toTheSecond } from '../../../domain/time/instant.ts';
import { firstSuchDay, monthDaySchema, suchDayAfterYears } from '../../../domain/time/month-day.ts';
import { timeZoneSchema } from '../../../domain/time/time-zone.ts';

test('a period has each of its days, both ends included, and none where it ends before it begins (§1.2)', () => {
  const days = (from: string, to: string) => eachDay({ from: civilDate(from), to: civilDate(to) });
  expect(days('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  expect(days('2026-05-01', '2026-05-01')).toEqual(['2026-05-01']);
  expect(days('2026-05-02', '2026-05-01')).toEqual([]);
});

describe('a day of the year', () => {
  it.each(['01-01', '01-31', '02-29', '04-30', '12-31'])('is %s', (text) => {
    expect(monthDaySchema.safeParse(text).success).toBe(true);
  });

  it.each([
    '00-10',
    '13-01',
    '02-30',
    '04-31',
    '06-00',
    '6-30',
    '06-3',
    '2026-06-30',
    '06-301',
    'x06-30',
    ' 06-30',
    '06-30-1',
    '',
  ])('is not %j', (text) => {
    expect(monthDaySchema.safeParse(text).error?.issues[0]?.message).toMatch(/such as 06-30/);
  });

  it('comes first so many days after another day, in that year or the next (§3.9)', () => {
    const first = (to: string, from: string) => firstSuchDay(to, civilDate(from), 28);
    expect(first('06-30', '2026-06-02')).toBe('2026-06-30');
    expect(first('06-30', '2026-06-03')).toBe('2027-06-30');
    expect(first('01-15', '2026-12-20')).toBe('2028-01-15');
    expect(first('02-29', '2027-01-01')).toBe('2027-02-28');
  });

  it('comes again in each later year, 29 February as the last of February', () => {
    expect(suchDayAfterYears('06-30', civilDate('2026-06-30'), 2)).toBe('2028-06-30');
    expect(suchDayAfterYears('02-29', civilDate('2027-02-28'), 1)).toBe('2028-02-29');
  });
});

describe('an instant', () => {
  it('is written in UTC, whatever zone it was given in', () => {
    expect(instant('2026-03-06T16:30:00-07:00')).toBe('2026-03-06T23:30:00Z');
  });

  it('is refused without its zone', () => {
    for (const text of ['2026-03-06T16:30:00', '2026-03-06', 'noon'])
      expect(instantSchema.safeParse(text).error?.issues[0]?.message).toMatch(/2026-03-06T16:30:00-07:00/);
  });

  it('is printed without fractions of a second', () => {
    expect(toTheSecond(instant('2026-03-06T23:30:59.987Z'))).toBe('2026-03-06T23:30:59Z');
  });

  it('is noon on the clock of a time zone, in summer too', () => {
    expect(noonIn('Europe/Berlin', civilDate('2026-01-10'))).toBe('2026-01-10T11:00:00Z');
    expect(noonIn('Europe/Berlin', civilDate('2026-07-10'))).toBe('2026-07-10T10:00:00Z');
  });
});

test('a time zone is one of IANA', () => {
  for (const name of ['Europe/Berlin', 'Pacific/Auckland', 'UTC'])
    expect(timeZoneSchema.safeParse(name).success).toBe(true);
  for (const name of ['Europe/Bielefeld', ''])
    expect(timeZoneSchema.safeParse(name).error?.issues[0]?.message).toMatch(/such as Europe\/Berlin/);
});
