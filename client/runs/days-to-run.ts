import type { CivilDate } from '../../domain/calendar.ts';
import type { RunLine } from './run-line.ts';

/** A day that a backfill runs. */
export interface DayToRun {
  readonly day: CivilDate;
  /** Whether a run of it was aborted. */
  readonly again: boolean;
}

/** A day that a backfill does not run. */
export interface SkippedDay {
  readonly day: CivilDate;
  readonly because: string;
}

/**
 * Which of `days` a backfill runs, in their order. `ran` are all runs of the plan from the first of them until today: no
 * day is run before one that has run already, and has done what was due by then (docs/adr/0014).
 */
export function daysToRun(
  days: readonly CivilDate[],
  ran: readonly RunLine[],
): { readonly toRun: readonly DayToRun[]; readonly skipped: readonly SkippedDay[] } {
  const byDay = new Map(ran.map((line) => [line.date, line]));
  const last = ran
    .filter(isThrough)
    .map(({ date }) => date)
    .sort()
    .at(-1);
  const toRun: DayToRun[] = [];
  const skipped: SkippedDay[] = [];
  for (const day of days) {
    const line = byDay.get(day);
    if (line !== undefined && isThrough(line)) skipped.push({ day, because: 'already run' });
    else if (last !== undefined && day < last)
      skipped.push({ day, because: `the run of ${last} did what was due by then` });
    else toRun.push({ day, again: line !== undefined });
  }
  return { toRun, skipped };
}

function isThrough({ ended }: RunLine): boolean {
  return ended === 'done' || ended === 'failed';
}
