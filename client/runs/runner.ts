import * as z from 'zod';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { DueIndex } from '../../adapters/dynamodb/licences/due-index.ts';
import { type EndedExecution, ExecutionStarter } from '../../adapters/stepfunctions/executions.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { WorklistStore } from '../../adapters/s3/worklists.ts';
import { errors } from '../../contracts/errors.ts';
import { stateMachineOf } from './state-machine.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import { waitFor } from './wait-for.ts';
import { Executions, type ReadExecution } from './executions.ts';
import { runTimeOn } from '../../domain/time/run-time.ts';

/** What is asked of a run: to run the day once more, or only some licences beside the run of the day. */
export interface Asked {
  readonly again?: boolean;
  readonly licenceIds?: readonly string[];
}

/** A run that has ended, and what became of it. */
export interface Ran extends ReadExecution {
  /** The licences that it was to do, in their order. */
  readonly listed: AsyncIterable<string>;
  /** Why it ended before it was through; a run that was through, and failed for licences, has parked these. */
  readonly brokeOff?: string | undefined;
  /** Why nothing was done, where another execution has the day. */
  readonly refusal?: string | undefined;
}

/** Runs plans by Step Functions, as the schedules do. */
export class Runner {
  readonly #stateMachine: string;
  readonly #starter = new ExecutionStarter();
  readonly #worklists: WorklistStore;
  readonly #reader: Executions;

  constructor({ outputs }: Deployment) {
    this.#stateMachine = stateMachineOf(outputs);
    const documents = documentClient();
    const settings = settingsOf(outputs);
    this.#worklists = new WorklistStore(settings);
    const index = new DueIndex(documents, settings);
    this.#reader = new Executions(new RunStore(documents, settings), this.#worklists, index);
  }

  /** Starts a run of a day; the ARN of its execution. */
  start(plan: Plan, day: CivilDate, asked: Asked): Promise<string> {
    const input = { planId: plan.id, scheduledTime: runTimeOn(plan, day), ...asked };
    return this.#starter.start(this.#stateMachine, input);
  }

  /** Waits for a run to end. Ctrl-C ends the waiting only. */
  async ended(arn: string, signal: AbortSignal): Promise<Ran> {
    const execution = await waitFor(this.#starter, arn, signal);
    const read = await this.#reader.read(execution);
    const { planId, date, name } = read.line;
    const listed = this.#worklists.readIfThere(this.#worklists.at(planId, date, name));
    return { ...read, listed, brokeOff: breakIn(execution), refusal: refusalIn(execution) };
  }
}

function breakIn({ status, error, cause }: EndedExecution): string | undefined {
  if (status === 'SUCCEEDED' || error === errors.licencesFailed) return undefined;
  return cause ?? error ?? status;
}

const outputSchema = z.object({ alreadyRun: z.literal(true), because: z.string() });

function refusalIn({ output }: EndedExecution): string | undefined {
  return outputSchema.safeParse(output).data?.because;
}
