import type { CivilDate } from '../../domain/calendar.ts';
import type { RecordedRun } from '../../adapters/dynamodb/runs/run-history.ts';
import type { Counts } from '../../adapters/dynamodb/runs/run-item.ts';
import { whyMailsWait } from '../../contracts/workflow/trouble.ts';

/** How a run ended, or why there is none: `missed` is a day on which the plan's schedule was to fire. */
export type Ended = 'done' | 'failed' | 'running' | 'aborted' | 'missed';

/** A run of a plan, or a day without one. */
export interface RunLine extends Partial<Counts> {
  readonly date: CivilDate;
  readonly planId: string;
  /** An `extra` run covers licences that an operator named, in addition to the run of the day. */
  readonly run: 'daily' | 'extra';
  readonly ended: Ended;
  /** The name of its execution. */
  readonly execution?: string | undefined;
  /** Why it was aborted, or why mails of it wait. */
  readonly because?: string | undefined;
  /** Why the account could not send mail; unset where it could. */
  readonly trouble?: string | undefined;
}

/** The line of a run that has closed its record. */
export function lineOf({ planId, today, execution, isExtra, trouble }: RecordedRun, counts: Counts): RunLine {
  const run = { date: today, planId, run: isExtra ? 'extra' : 'daily', ...counts, execution } as const;
  if (trouble !== undefined) return { ...run, ended: 'failed', because: whyMailsWait(trouble), trouble };
  return { ...run, ended: counts.failed > 0 ? 'failed' : 'done' };
}

/** The line of a run whose record is open, by what Step Functions knows of its execution. */
export function openLineOf(run: RecordedRun, because: string | undefined): RunLine {
  const { planId, today, execution, isExtra } = run;
  const ended = because === undefined ? 'running' : 'aborted';
  return { date: today, planId, run: isExtra ? 'extra' : 'daily', ended, execution, because };
}

export function missedLine(planId: string, date: CivilDate): RunLine {
  return { date, planId, run: 'daily', ended: 'missed' };
}

/** Whether an operator has to look at it. */
export function needsAttention({ ended }: RunLine): boolean {
  switch (ended) {
    case 'failed':
    case 'aborted':
    case 'missed':
      return true;
    case 'done':
    case 'running':
      return false;
  }
}
