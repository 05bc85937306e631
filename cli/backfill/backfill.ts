import { addDays, civilDate, dayIn } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { confirm } from '../shell/ask.ts';
import { type Days, eachDay } from '../../domain/time/days.ts';
import { connect } from '../shell/connect.ts';
import { failed, refused } from '../shell/ending.ts';
import { RunBook } from '../../client/runs/run-book.ts';
import type { RunLine } from '../../client/runs/run-line.ts';
import type { Invocation } from '../shell/invocation.ts';
import { progressOn } from '../shell/progress.ts';
import { type Ran, Runner } from '../../client/runs/runner.ts';
import type { ExecutionLine } from '../../client/runs/executions.ts';
import { daysToRun, type DayToRun } from './days-to-run.ts';

export interface BackfillOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Makes up for missed days of a plan in order, a run for each; stops at the first that fails. */
export async function backfill(
  at: Invocation,
  plan: Plan,
  days: Days,
  options: BackfillOptions,
): Promise<void> {
  const { output } = at;
  const today = dayIn(plan.timeZone, at.now);
  if (days.to > today) throw refused(`${days.to} is still to come: its own schedule runs it`);
  const deployment = await connect(at);
  const ran = await new RunBook(deployment).daily(plan, { from: days.from, to: today });
  refuseWhileRunning(ran);
  const { toRun, left } = daysToRun(eachDay(days), ran);
  for (const { day, because } of left) output.note(`${day} is left: ${because}`);
  if (toRun.length === 0) {
    output.note(`nothing is to be made up for of plan ${plan.id}`);
    return;
  }
  const named = toRun.map(({ day }) => day).join(', ');
  output.note(`runs plan ${plan.id} for ${named}, one after the other; customers get its mails`);
  await confirm(at, options);
  await runInOrder(at, new Runner(deployment), plan, toRun, options);
}

/** Beside a run that is on it would do no harm, but nothing in order either. */
function refuseWhileRunning(ran: readonly RunLine[]): void {
  const running = ran.find(({ ended }) => ended === 'running');
  if (running === undefined) return;
  throw refused(`the run of ${running.date} is on as ${running.execution ?? ''}: wait until it has ended`);
}

async function runInOrder(
  at: Invocation,
  runner: Runner,
  plan: Plan,
  toRun: readonly DayToRun[],
  { json }: BackfillOptions,
): Promise<void> {
  const { output, signal } = at;
  const progress = progressOn(output, (day) => day);
  const lines: ExecutionLine[] = [];
  try {
    for (const [index, { day, again }] of toRun.entries()) {
      if (signal.aborted) throw failed(`stopped before ${day}: the same command goes on from there`);
      const ran = await runner.ended(await runner.start(plan, { day, again }), signal);
      refuseIfTaken(ran);
      lines.push(ran.line);
      if (json === true) output.jsonLine(ran.line);
      progress.advance(index + 1, toRun.length, day);
      refuseToGoOn(ran);
    }
  } finally {
    progress.end();
    if (json !== true && lines.length > 0) output.table(head, lines.map(cellsOf));
  }
}

const head = ['date', 'ended', 'due', 'done', 'failed', 'execution'];

function cellsOf({ date, status, due, done, failed: failures, name }: ExecutionLine) {
  return [date, status === 'SUCCEEDED' ? 'done' : status.toLowerCase(), due, done, failures, name];
}

/** A schedule that fires in the meantime catches up by itself. */
function refuseIfTaken({ line, refusal }: Ran): void {
  if (refusal === undefined) return;
  throw failed(`${line.date}: ${refusal}; once that has ended, the same command does what is left`);
}

function refuseToGoOn({ line, brokeOff }: Ran): void {
  const { planId, failed: failures } = line;
  const date = civilDate(line.date);
  if (brokeOff !== undefined) {
    throw failed(
      `the run of ${date} broke off (${brokeOff}): mend the cause; the same backfill begins with ${date} again`,
    );
  }
  if (failures > 0) {
    throw failed(
      `the run of ${date} failed for ${failures} licences, which are parked: mend the cause, then \`npx perennial retry ${planId}\`; the same backfill goes on with ${addDays(date, 1)}`,
    );
  }
}
