import * as z from 'zod';
import { dayIn } from '../../domain/calendar.ts';
import type { DueIndex } from '../../adapters/dynamodb/licences/due-index.ts';
import type { EndedExecution } from '../../adapters/stepfunctions/executions.ts';
import type { Failure, Run } from '../../adapters/dynamodb/runs/run-item.ts';
import type { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import type { WorklistStore } from '../../adapters/s3/worklists.ts';
import { leftBehind } from '../../app/run/left-behind.ts';
import { errors } from '../../contracts/errors.ts';
import { planById } from '../../plans/index.ts';
import type { FailedLicence } from '../../cli/simulate/play.ts';

/** A line of executions.jsonl: one run of one plan. */
export interface ExecutionLine {
  readonly date: string;
  readonly planId: string;
  readonly name: string;
  readonly status: EndedExecution['status'];
  /** Licences for which anything was due. */
  readonly due: number;
  readonly done: number;
  readonly failed: number;
  /** Why it failed. */
  readonly cause?: string | undefined;
}

export interface ReadExecution {
  readonly line: ExecutionLine;
  readonly failed: readonly FailedLicence[];
}

const inputSchema = z.object({ planId: z.string(), scheduledTime: z.string() });
const outputSchema = z.object({ due: z.int(), done: z.int().default(0), failedCount: z.int().default(0) });

/** Reads what became of runs: of one that succeeded from its output, of one that failed from the tables. */
export class Executions {
  readonly #runs: RunStore;
  readonly #worklists: WorklistStore;
  readonly #index: DueIndex;

  constructor(runs: RunStore, worklists: WorklistStore, index: DueIndex) {
    this.#runs = runs;
    this.#worklists = worklists;
    this.#index = index;
  }

  async read(execution: EndedExecution): Promise<ReadExecution> {
    const { name, status } = execution;
    const { planId, scheduledTime } = inputSchema.parse(execution.input);
    const date = dayIn(timeZoneOf(planId), scheduledTime);
    if (status === 'SUCCEEDED') {
      const { due, done, failedCount } = outputSchema.parse(execution.output);
      return { line: { date, planId, name, status, due, done, failed: failedCount }, failed: [] };
    }
    const run = { planId, today: date, execution: name };
    const listed = await this.#listed(run);
    // A run that came to its summary has recorded all of its failures.
    const failures =
      execution.error === errors.licencesFailed
        ? await this.#runs.failures(run)
        : await this.#failures(run, listed);
    const failed = failures.map((failure) => ({ ...failure, planId, date }));
    const counts = {
      due: listed.length,
      done: Math.max(0, listed.length - failed.length),
      failed: failed.length,
    };
    const cause = execution.cause ?? execution.error;
    return { line: { date, planId, name, status, ...counts, cause }, failed };
  }

  /** The licences that a run has failed on, those too that were to be done and are due even now. */
  async failures(run: Run): Promise<readonly Failure[]> {
    return this.#failures(run, await this.#listed(run));
  }

  /** The licences that the run was to do; none where it failed before it knew. */
  #listed({ planId, today, execution }: Run): Promise<readonly string[]> {
    return Array.fromAsync(this.#worklists.readIfThere(this.#worklists.at(planId, today, execution)));
  }

  async #failures(run: Run, listed: readonly string[]): Promise<readonly Failure[]> {
    const recorded = await this.#runs.failures(run);
    return [...recorded, ...(await leftBehind(this.#index, run.today, listed, recorded))];
  }
}

function timeZoneOf(planId: string): string {
  const plan = planById(planId);
  if (plan === undefined)
    throw new Error(`an execution names plan ${planId}, which plans/index.ts does not list`);
  return plan.timeZone;
}
