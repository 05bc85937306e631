import { type CivilDate, earlierOf } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { ExecutionReader } from '../../adapters/stepfunctions/execution-reader.ts';
import { lastScheduledDay } from '../../domain/time/run-time.ts';
import { type RecordedRun, RunHistory } from '../../adapters/dynamodb/runs/run-history.ts';
import { type Days, eachDay } from '../../domain/time/days.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import { reasonOf } from '../../contracts/workflow/caught-error.ts';
import { executionArn } from '../../contracts/workflow/executions.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { outputNamed } from '../deployment/output-named.ts';
import { withBrokenRuns } from './broken-runs.ts';
import { lineOf, missedLine, openLineOf, type RunLine } from './run-line.ts';

/** The runs of plans, also those that did not happen. */
export class RunBook {
  readonly #history: RunHistory;
  readonly #executions = new ExecutionReader();
  readonly #stateMachine: string;

  constructor({ outputs: deployed }: Deployment) {
    this.#history = new RunHistory(documentClient(), settingsOf(deployed));
    this.#stateMachine = outputNamed(deployed, outputs.stateMachine);
  }

  /**
   * The runs of a plan in some days, the latest first; with the days since its first run on which it was to run and did
   * not, as of the instant `now`.
   */
  async lines(plan: Plan, days: Days, now: string): Promise<readonly RunLine[]> {
    const daily = await this.#history.ofDays(plan.id, eachDay(days));
    const extra = await this.#history.extras(plan.id, days.from, days.to);
    const lines = await Promise.all([...daily, ...extra].map((run) => this.lineOf(run)));
    const until = earlierOf(lastScheduledDay(plan, now), days.to);
    const due = eachDay({ from: days.from, to: until });
    const missed = await this.#history.missed(plan.id, due, daily);
    const all = [...lines, ...missed.map((date) => missedLine(plan.id, date))];
    return (await withBrokenRuns(this.#stateMachine, all)).toSorted(latestFirst);
  }

  /** The runs of some days of a plan, without the extra ones, in no order. */
  async daily({ id }: Plan, days: Days): Promise<readonly RunLine[]> {
    const runs = await this.#history.ofDays(id, eachDay(days));
    return Promise.all(runs.map((run) => this.lineOf(run)));
  }

  /**
   * The runs of plans on some days, extra ones left out, and the days since a plan's first run among them on which it was
   * to run and did not, as of the instant `now`.
   */
  async ofPlans(plans: readonly Plan[], days: Days, now: string): Promise<readonly RunLine[]> {
    const all = eachDay(days);
    const runs = await this.#history.ofPlans(
      plans.map(({ id }) => id),
      all,
    );
    const lines = await Promise.all(runs.map((run) => this.lineOf(run)));
    const missed = plans.flatMap((plan) => {
      const ran = new Set(lines.filter(({ planId }) => planId === plan.id).map(({ date }) => date));
      const first = all.find((day) => ran.has(day));
      const last = lastScheduledDay(plan, now);
      if (first === undefined) return [];
      return all
        .filter((day) => day > first && day <= last && !ran.has(day))
        .map((day) => missedLine(plan.id, day));
    });
    return withBrokenRuns(this.#stateMachine, [...lines, ...missed]);
  }

  /** The lines of days of plans without a record: missed, or broken off before they were recorded. */
  linesOfUnrecorded(
    days: readonly { readonly planId: string; readonly day: CivilDate }[],
  ): Promise<readonly RunLine[]> {
    const missed = days.map(({ planId, day }) => missedLine(planId, day));
    return withBrokenRuns(this.#stateMachine, missed);
  }

  /** The runs of a day: its own first, then the extra ones. */
  async runsOn({ id }: Plan, day: CivilDate): Promise<readonly RecordedRun[]> {
    return [...(await this.#history.ofDays(id, [day])), ...(await this.#history.extras(id, day, day))];
  }

  /** The state of a run. */
  async lineOf(run: RecordedRun): Promise<RunLine> {
    if (run.counts !== undefined) return lineOf(run, run.counts);
    const looked = await this.#executions.look(executionArn(this.#stateMachine, run.execution));
    if (looked === 'running') return openLineOf(run, undefined);
    if (looked === undefined) return openLineOf(run, 'Step Functions no longer keeps its execution');
    const { error = `its execution ended as ${looked.status}`, cause = '' } = looked;
    return openLineOf(run, reasonOf({ Error: error, Cause: cause }));
  }
}

function latestFirst(a: RunLine, b: RunLine): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.run === b.run ? 0 : a.run === 'daily' ? 1 : -1;
}
