import { addDays, civilDate, dayIn } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { confirm } from '../shell/ask.ts';
import { type Days, eachDay } from '../../domain/time/days.ts';
import { connect } from '../shell/connect.ts';
import { countOf } from '../../client/words/count-of.ts';
import { failed, refused } from '../shell/ending.ts';
import { RunBook } from '../../client/runs/run-book.ts';
import type { RunLine } from '../../client/runs/run-line.ts';
import { waitingMails } from '../run/waiting-mails.ts';
import type { Invocation } from '../shell/invocation.ts';
import { progressOn } from '../shell/progress.ts';
import { type Ran, Runner } from '../../client/runs/runner.ts';
import type { ExecutionLine } from '../../client/runs/executions.ts';
import { daysToRun, type DayToRun } from '../../client/runs/days-to-run.ts';

export interface BackfillOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Runs the missed days of a plan in order, a run for each; stops at the first that fails. */
export async function backfill(
  at: Invocation,
  plan: Plan,
  days: Days,
  options: BackfillOptions,
): Promise<void> {
  const { output } = at;
  const today = dayIn(plan.timeZone, at.now);
  if (days.to > today)
    throw refused(
      `${days.to} is in the future, and its own schedule will run it. End the backfill on ${today} or earlier.`,
    );
  const deployment = await connect(at);
  const ran = await new RunBook(deployment).daily(plan, { from: days.from, to: today });
  refuseWhileRunning(ran);
  const { toRun, skipped } = daysToRun(eachDay(days), ran);
  for (const { day, because } of skipped) output.note(`Skipping ${day}: ${because}.`);
  if (toRun.length === 0) {
    output.note(`Plan ${plan.id} has no missed days from ${days.from} to ${days.to}.`);
    return;
  }
  const named = toRun.map(({ day }) => day).join(', ');
  output.note(`This runs plan ${plan.id} for ${named}, one day after another, and e-mails customers.`);
  await confirm(at, options);
  await runInOrder(at, new Runner(deployment), plan, toRun, options);
}

/** A backfill beside a run does no harm, but the days would not be run in order. */
function refuseWhileRunning(ran: readonly RunLine[]): void {
  const running = ran.find(({ ended }) => ended === 'running');
  if (running === undefined) return;
  throw refused(
    `The run of ${running.date} has not ended (execution ${running.execution ?? ''}). Wait until it has, then run the command again.`,
  );
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
      if (signal.aborted) throw failed(`Stopped before ${day}. To continue, run the same command again.`);
      const ran = await runner.ended(await runner.start(plan, { day, again }), signal);
      refuseIfTaken(ran);
      lines.push(ran.line);
      if (json === true) output.jsonLine(ran.line);
      progress.advance(index + 1, toRun.length, day);
      failUnlessDone(ran);
    }
  } finally {
    progress.end();
    if (json !== true && lines.length > 0) output.table(head, lines.map(cellsOf));
  }
}

const head = ['date', 'outcome', 'due', 'done', 'failed', 'execution'];

function cellsOf({ date, status, due, done, failed: failures, name }: ExecutionLine) {
  return [date, status === 'SUCCEEDED' ? 'done' : status.toLowerCase(), due, done, failures, name];
}

/** A schedule that fires in the meantime runs the day itself. */
function refuseIfTaken({ line, refusal }: Ran): void {
  if (refusal === undefined) return;
  throw failed(`${line.date}: ${refusal}. Once that run has ended, run the same command again.`);
}

function failUnlessDone({ line, abortedBecause }: Ran): void {
  const { planId, failed: failures, trouble } = line;
  const date = civilDate(line.date);
  if (abortedBecause !== undefined) {
    throw failed(
      `The run of ${date} was aborted: ${abortedBecause}. Remove the cause, then run the same command again; it starts with ${date}.`,
    );
  }
  const problems = trouble === undefined ? [] : [waitingMails(date, trouble)];
  if (failures > 0) {
    problems.unshift(
      `The run of ${date} failed for ${countOf(failures, 'licence')} and parked ${failures === 1 ? 'it' : 'them'}. Remove the cause and run \`npx perennial retry ${planId}\`.`,
    );
  }
  if (problems.length === 0) return;
  throw failed(
    `${problems.join(' ')} Then run the same backfill again; it continues with ${addDays(date, 1)}.`,
  );
}
