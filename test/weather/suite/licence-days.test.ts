import { expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { licenceDaysOf } from '../checks/licence-days.ts';

const registered = (date: string) => ({
  events: [{ event: { type: 'LicenceRegistered', date: civilDate(date) } }],
});

test('a licence counts from the day of its registration', () => {
  const histories = [registered('2026-01-01'), registered('2026-01-21')];
  expect(licenceDaysOf(histories, civilDate('2026-01-31'))).toBe(30 + 10);
});

test('a licence that was registered after the last day does not count', () => {
  expect(licenceDaysOf([registered('2026-02-02')], civilDate('2026-01-31'))).toBe(0);
});
