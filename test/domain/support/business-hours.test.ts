import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../domain/time/instant.ts';
import {
  afterBusinessHours,
  afterHours,
  type BusinessCalendar,
  businessCalendarSchema,
} from '../../../domain/support/business-hours.ts';

const phoenix: BusinessCalendar = {
  timeZone: 'America/Phoenix',
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  from: '09:00',
  to: '17:00',
  holidays: ['2026-12-25'],
};
const everyDay: BusinessCalendar = {
  ...phoenix,
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  holidays: [],
};

/** The moment four business hours after a local time, as a local time. */
function fourHoursAfter(calendar: BusinessCalendar, local: string): string {
  const since = Temporal.PlainDateTime.from(local).toZonedDateTime(calendar.timeZone).toInstant();
  const by = Temporal.Instant.from(afterBusinessHours(calendar, 4, instant(since.toString())));
  return by.toZonedDateTimeISO(calendar.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

describe('four business hours', () => {
  it.each([
    ['within a day', '2026-03-03T10:15', '2026-03-03T14:15'],
    ['to the minute of closing', '2026-03-03T13:00', '2026-03-03T17:00'],
    ['over an evening', '2026-03-03T15:30', '2026-03-04T11:30'],
    ['from before opening', '2026-03-03T06:00', '2026-03-03T13:00'],
    ['from the minute of closing', '2026-03-03T17:00', '2026-03-04T13:00'],
    ['over a weekend', '2026-03-06T16:00', '2026-03-09T12:00'],
    ['from a Sunday', '2026-03-08T12:00', '2026-03-09T13:00'],
    ['over a holiday and the weekend after it', '2026-12-24T14:00', '2026-12-28T10:00'],
    ['from a holiday', '2026-12-25T10:00', '2026-12-28T13:00'],
  ])('%s', (_, opened, by) => {
    expect(fourHoursAfter(phoenix, opened)).toBe(by);
  });

  it('follow the clock on the wall of the office from winter to summer time', () => {
    const berlin = { ...phoenix, timeZone: 'Europe/Berlin' };
    expect(afterBusinessHours(berlin, 4, instant('2026-03-27T15:00:00Z'))).toBe('2026-03-30T10:00:00Z');
  });

  it('are hours that pass: a night shift in which the clock jumps ends an hour later on it', () => {
    const night = { ...everyDay, timeZone: 'Europe/Berlin', from: '00:00', to: '08:00' };
    expect(fourHoursAfter(night, '2026-03-29T00:00')).toBe('2026-03-29T05:00');
    expect(fourHoursAfter(night, '2026-10-25T00:00')).toBe('2026-10-25T03:00');
  });

  it('begin with the jump where the opening time does not exist', () => {
    const early = { ...everyDay, timeZone: 'Europe/Berlin', from: '02:30', to: '08:00' };
    expect(fourHoursAfter(early, '2026-03-29T01:00')).toBe('2026-03-29T07:00');
  });

  it('begin when the opening time first occurs where it does so twice', () => {
    const early = { ...everyDay, timeZone: 'Europe/Berlin', from: '02:30', to: '08:00' };
    expect(fourHoursAfter(early, '2026-10-25T01:00')).toBe('2026-10-25T05:30');
  });
});

it('hours around the clock take no notice of nights, weekends or holidays', () => {
  expect(afterHours(1, instant('2026-12-25T23:40:00-07:00'))).toBe('2026-12-26T07:40:00Z');
});

it('refuses a calendar that closes before it opens, and a holiday that is no day', () => {
  expect(businessCalendarSchema.safeParse({ ...phoenix, to: '08:00' }).success).toBe(false);
  expect(businessCalendarSchema.safeParse({ ...phoenix, holidays: ['2026-02-30'] }).success).toBe(false);
});

it('refuses a time without its zone, and says what one looks like', () => {
  expect(() => instant('2026-03-06T16:30')).toThrow(/with its zone such as 2026-03-06T16:30:00-07:00/);
});

const quarter = 15 * 60_000;
const clockTimes = fc.integer({ min: 0, max: 95 }).map((n) => {
  return `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`;
});
const zones = ['Europe/Berlin', 'America/Phoenix', 'Australia/Lord_Howe', 'Africa/Cairo', 'Pacific/Auckland'];
const day2026 = fc.integer({ min: 0, max: 364 }).map((n) => {
  return Temporal.PlainDate.from('2026-01-01').add({ days: n }).toString();
});
const calendars: fc.Arbitrary<BusinessCalendar> = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    days: fc.uniqueArray(fc.constantFrom(...everyDay.days), { minLength: 2 }),
    hours: fc.uniqueArray(clockTimes, { minLength: 2, maxLength: 2 }),
    holidays: fc.array(day2026, { maxLength: 20 }),
  })
  .map(({ hours, ...rest }) => {
    const [from = '', to = ''] = hours.toSorted();
    return { ...rest, from, to };
  });
/** Half of them near a change of the clock in one of the zones. */
const moments = fc
  .tuple(
    fc.oneof(fc.constantFrom('2026-03-28', '2026-04-04', '2026-04-23', '2026-09-26', '2026-10-24'), day2026),
    fc.integer({ min: 0, max: 191 }),
  )
  .map(([day, quarters]) => Temporal.Instant.from(`${day}T00:00Z`).epochMilliseconds + quarters * quarter);

const inUtc = (ms: number) => instant(Temporal.Instant.fromEpochMilliseconds(ms).toString());

/** Walks quarter by quarter with a watch, and counts those in which the office is open. */
function walked(calendar: BusinessCalendar, hours: number, openedAt: number): string {
  const [opened, closed] = [new Set<string>(), new Set<string>()];
  let counted = 0;
  for (let at = openedAt - 192 * quarter; ; at += quarter) {
    const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.timeZone);
    const day = here.toPlainDate().toString();
    const time = here.toPlainTime().toString({ smallestUnit: 'minute' });
    if (time >= calendar.from) opened.add(day);
    if (time >= calendar.to) closed.add(day);
    const isWorkday =
      calendar.days.includes(everyDay.days[here.dayOfWeek - 1] ?? 'monday') &&
      !calendar.holidays.includes(day);
    if (at >= openedAt && isWorkday && opened.has(day) && !closed.has(day)) counted += 1;
    if (counted === hours * 4) return inUtc(at + quarter);
  }
}

describe('whatever the calendar and the moment', () => {
  it('business hours are those that a walk with a watch counts', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 1, max: 9 }), moments, (calendar, hours, at) => {
        expect(afterBusinessHours(calendar, hours, inUtc(at))).toBe(walked(calendar, hours, at));
      }),
    );
  });

  it('who opens a ticket later is not answered sooner', () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 0, max: 200_000 }), (calendar, at, later) => {
        const [first, second] = [at, at + later * 1000].map((ms) =>
          Temporal.Instant.from(afterBusinessHours(calendar, 4, inUtc(ms))),
        );
        expect(Temporal.Instant.compare(first ?? '', second ?? '')).toBeLessThanOrEqual(0);
      }),
    );
  });
});
