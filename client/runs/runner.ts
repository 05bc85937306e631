import * as z from 'zod/mini';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { EndedExecution } from '../../adapters/stepfunctions/execution-reader.ts';
import { WorklistReader } from '../../adapters/s3/worklist-reader.ts';
import { errors } from '../../contracts/workflow/errors.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import { executionEnded } from './execution-ended.ts';
import { type Executions, executionsOf, type ReadExecution } from './executions.ts';

/** A run that an operator asks for: a day other than today, the day once more, or only some licences in an extra run. */
export interface Asked {
  readonly day?: CivilDate;
  readonly again?: boolean;
  readonly licenceIds?: readonly string[];
}

/** A run that has ended, with its results. */
export interface Ran extends ReadExecution {
  /** The licences on its worklist, in their order. */
  readonly listed: AsyncIterable<string>;
  /** Why it ended before it had tried every licence; unset for a run that tried all and parked those that failed. */
  readonly abortedBecause?: string | undefined;
  /** Why nothing was done, where another execution has the day. */
  readonly refusal?: string | undefined;
}

/** Starts runs by Step Functions, as the schedules do, and waits for them. */
export class Runner {
  readonly #deployment: Deployment;
  readonly #worklists: WorklistReader;
  readonly #reader: Executions;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
    this.#worklists = new WorklistReader(settingsOf(deployment.outputs));
    this.#reader = executionsOf(deployment);
  }

  /** Starts a run of a plan; the ARN of its execution. */
  async start({ id: planId }: Plan, { day, again, licenceIds }: Asked): Promise<string> {
    const named = licenceIds === undefined ? undefined : [...licenceIds];
    const asked = { planId, day, again, licenceIds: named };
    const { executionArn } = await this.#deployment.operator.run(asked);
    return executionArn;
  }

  /** Waits for a run to end. Ctrl-C ends the waiting only. */
  async ended(arn: string, signal: AbortSignal): Promise<Ran> {
    const execution = await executionEnded(arn, signal);
    const read = await this.#reader.read(execution);
    const { planId, date, name } = read.line;
    const listed = this.#worklists.readIfThere(this.#worklists.at(planId, date, name));
    return { ...read, listed, abortedBecause: abortReason(execution), refusal: refusalIn(execution) };
  }
}

function abortReason({ status, error, cause }: EndedExecution): string | undefined {
  if (status === 'SUCCEEDED' || error === errors.licencesFailed) return undefined;
  return cause ?? error ?? status;
}

const outputSchema = z.object({ alreadyRun: z.literal(true), because: z.string() });

function refusalIn({ output }: EndedExecution): string | undefined {
  return outputSchema.safeParse(output).data?.because;
}
