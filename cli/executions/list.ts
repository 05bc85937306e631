import { addDays, type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { plans } from '../../plans/index.ts';
import type { Days } from '../../domain/time/days.ts';
import { connect } from '../shell/connect.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { RunBook } from '../../client/runs/run-book.ts';
import { needsAttention, type RunLine } from '../../client/runs/run-line.ts';

export interface ListOptions {
  readonly plan?: Plan | undefined;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly failed?: boolean;
  readonly json?: boolean;
}

const daysByDefault = 14;

/** Prints the runs of one plan or of all, the latest first. */
export async function listRuns(at: Invocation, options: ListOptions): Promise<void> {
  const { output, now } = at;
  const chosen = options.plan === undefined ? plans : [options.plan];
  const named = chosen.map((plan) => [plan, daysOf(options, dayIn(plan.timeZone, now))] as const);
  const book = new RunBook(await connect(at));
  const lines: RunLine[] = [];
  for (const [plan, days] of named) {
    at.signal.throwIfAborted();
    const all = await book.lines(plan, days, now);
    if (all.length === 0)
      output.note(`Plan ${plan.id} has no runs from ${days.from} to ${days.to} or earlier.`);
    lines.push(...(options.failed === true ? all.filter(needsAttention) : all));
  }
  lines.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
  if (options.json === true) for (const line of lines) output.jsonLine(line);
  else if (lines.length > 0) output.table(head, lines.map(cellsOf));
}

function daysOf({ from, to }: ListOptions, today: CivilDate): Days {
  const last = to ?? (from !== undefined && from > today ? from : today);
  const first = from ?? addDays(last, 1 - daysByDefault);
  if (first <= last) return { from: first, to: last };
  throw refused(`--from ${first} is after --to ${last}. Put the earlier day first.`);
}

const head = ['date', 'plan', 'run', 'outcome', 'due', 'done', 'failed', 'mails unknown', 'execution'];

function cellsOf(line: RunLine) {
  const { date, planId, run, ended, due, done, failed, unknown, execution = '', because } = line;
  const how = because === undefined ? ended : `${ended}: ${because}`;
  return [date, planId, run, how, due ?? '', done ?? '', failed ?? '', unknown ?? '', execution];
}
