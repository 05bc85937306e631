import * as z from 'zod/mini';
import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import { DueIndex } from '../../adapters/dynamodb/licences/due-index.ts';
import type { EndedExecution } from '../../adapters/stepfunctions/execution-reader.ts';
import type { Failure, Run } from '../../adapters/dynamodb/runs/run-item.ts';
import { stillDue } from '../../adapters/dynamodb/runs/still-due.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { RunReader } from '../../adapters/dynamodb/runs/run-reader.ts';
import { WorklistReader } from '../../adapters/s3/worklist-reader.ts';
import { errors } from '../../contracts/workflow/errors.ts';
import { planById } from '../../plans/index.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';

/** Reads the results of the deployment's runs. */
export function executionsOf({ outputs }: Deployment): Executions {
  const documents = documentClient();
  const settings = settingsOf(outputs);
  const index = new DueIndex(documents, settings);
  return new Executions(new RunReader(documents, settings), new WorklistReader(settings), index);
}

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
  /** Why the account could not send mail; unset where it could. */
  readonly trouble?: string | undefined;
}

/** A licence that could not be brought up to date. */
export interface FailedLicence {
  readonly licenceId: string;
  readonly planId: string;
  readonly date: CivilDate;
  readonly reason: string;
}

export interface ReadExecution {
  readonly line: ExecutionLine;
  readonly failed: readonly FailedLicence[];
}

const inputSchema = z.object({ planId: z.string(), scheduledTime: z.string() });
const outputSchema = z.object({
  due: z.int(),
  done: z._default(z.int(), 0),
  failedCount: z._default(z.int(), 0),
});

/** Reads the results of runs: of one that succeeded from its output, of one that failed from the tables. */
export class Executions {
  readonly #runs: RunReader;
  readonly #worklists: WorklistReader;
  readonly #index: DueIndex;

  constructor(runs: RunReader, worklists: WorklistReader, index: DueIndex) {
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
    // A run that reached its summary has recorded all of its failures.
    const hasSummary = execution.error === errors.licencesFailed;
    const failures = hasSummary ? await this.#runs.failures(run) : await this.#failures(run, listed);
    const trouble = hasSummary ? await this.#runs.trouble(run) : undefined;
    const failed = failures.map((failure) => ({ ...failure, planId, date }));
    const counts = {
      due: listed.length,
      done: Math.max(0, listed.length - failed.length),
      failed: failed.length,
    };
    const cause = execution.cause ?? execution.error;
    return { line: { date, planId, name, status, ...counts, cause, trouble }, failed };
  }

  /** The licences that a run failed on, and those of its worklist that are still due. */
  async failures(run: Run): Promise<readonly Failure[]> {
    return this.#failures(run, await this.#listed(run));
  }

  /** The licences of the run's worklist; none if it failed before it had written it. */
  #listed({ planId, today, execution }: Run): Promise<readonly string[]> {
    return Array.fromAsync(this.#worklists.readIfThere(this.#worklists.at(planId, today, execution)));
  }

  async #failures(run: Run, listed: readonly string[]): Promise<readonly Failure[]> {
    const recorded = await this.#runs.failures(run);
    return [...recorded, ...(await stillDue(this.#index, run.today, listed, recorded))];
  }
}

function timeZoneOf(planId: string): string {
  const plan = planById(planId);
  if (plan === undefined)
    throw new Error(`An execution names plan ${planId}, which plans/index.ts does not list.`);
  return plan.timeZone;
}
