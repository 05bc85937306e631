import { expect, test } from 'vitest';
import { daysToRun } from '../../../client/runs/days-to-run.ts';
import { eachDay } from '../../../domain/time/days.ts';
import type { Ended, RunLine } from '../../../client/runs/run-line.ts';
import { civilDate } from '../../../domain/calendar.ts';

const days = eachDay({ from: civilDate('2026-06-01'), to: civilDate('2026-06-04') });
const ran = (day: string, ended: Ended): RunLine => {
  return { date: civilDate(day), planId: 'video-sma', run: 'daily', ended };
};

test('days that were missed are run in order', () => {
  const { toRun, skipped } = daysToRun(days, [ran('2026-06-01', 'done')]);
  expect(toRun).toEqual(['2026-06-02', '2026-06-03', '2026-06-04'].map((day) => ({ day, again: false })));
  expect(skipped).toEqual([{ day: '2026-06-01', because: 'already run' }]);
});

test('a day is not run before one that has, inside the days or after them, whether or not licences failed', () => {
  const inside = daysToRun(days, [ran('2026-06-03', 'failed')]);
  expect(inside.toRun).toEqual([{ day: '2026-06-04', again: false }]);
  expect(inside.skipped).toContainEqual({
    day: '2026-06-01',
    because: 'the run of 2026-06-03 did what was due by then',
  });
  expect(daysToRun(days, [ran('2026-06-09', 'done')]).toRun).toEqual([]);
});

test('a day whose run was aborted is run again, and days before it too', () => {
  expect(daysToRun(days, [ran('2026-06-02', 'aborted')]).toRun).toEqual([
    { day: '2026-06-01', again: false },
    { day: '2026-06-02', again: true },
    { day: '2026-06-03', again: false },
    { day: '2026-06-04', again: false },
  ]);
});
