import { expect, test } from 'vitest';
import { lastScheduledDay, runTimeOn } from '../../../domain/time/run-time.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';

test('a run is scheduled at 06:00 in the time zone of its plan', () => {
  expect(runTimeOn(smartNetUserGroup, civilDate('2026-01-15'))).toBe('2026-01-14T17:00:00Z');
});

test('the run of a day is to have started at 06:00 in the time zone of its plan, and not before', () => {
  expect(lastScheduledDay(smartNetUserGroup, '2026-01-14T16:59:59Z')).toBe('2026-01-14');
  expect(lastScheduledDay(smartNetUserGroup, '2026-01-14T17:00:00Z')).toBe('2026-01-15');
});
