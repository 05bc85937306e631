import * as z from 'zod/mini';
import {
  type Children,
  ExecutionInspector,
  type InspectedExecution,
  type Passage,
} from '../../../adapters/stepfunctions/execution-inspector.ts';
import { MapResults } from '../../../adapters/s3/map-results.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { executionArn } from '../../../contracts/workflow/executions.ts';
import { type CivilDate, dayIn } from '../../../domain/calendar.ts';
import { planById } from '../../../plans/index.ts';
import type { Deployment } from '../../deployment/deployment.ts';
import { outputNamed } from '../../deployment/output-named.ts';
import { parkedBy } from '../../../contracts/workflow/outcome-words.ts';
import { passSteps } from '../../../contracts/workflow/steps.ts';
import { Refusal } from '../../operator/errors.ts';
import { type Break, breakOf } from './break-of.ts';
import { type Traffic, trafficOfBatches, trafficOfRun, type Trip } from './traffic.ts';
import { readWorkflow, type State, type Workflow } from './workflow.ts';

export type {
  Children,
  InspectedExecution,
  Passage,
} from '../../../adapters/stepfunctions/execution-inspector.ts';

/** A run as a picture: the workflow as it is deployed, and how many licences went which way. */
export interface RunPicture {
  readonly execution: InspectedExecution;
  readonly planId: string;
  readonly day: CivilDate;
  readonly workflow: Workflow;
  /** The run itself. */
  readonly traffic: Traffic;
  /** The state that does the batches, and the licences in them. */
  readonly map: State | undefined;
  readonly inMap: Traffic;
  /** The licences of the batches that were read; all of them unless `isAll` is false. */
  readonly trips: readonly Trip[];
  readonly isAll: boolean;
  /** What the run says of itself. */
  readonly summary: string | undefined;
  readonly due: number;
  readonly failedCount: number;
  /** At most 20 of those that failed. */
  readonly failed: readonly { readonly licenceId: string; readonly reason: string }[];
  readonly passages: readonly Passage[];
  /** Why the account could not send mail; undefined where it could. */
  readonly trouble: string | undefined;
  /** Where the run broke off before its end. */
  readonly broke: Break | undefined;
}

/** So many results of batches are read for a picture: it must not take longer as the book grows. */
const mostResults = 200;

const inputSchema = z.object({ planId: z.string(), scheduledTime: z.string() });
const summarySchema = z.object({
  due: z.optional(z.int()),
  failedCount: z.optional(z.int()),
  failed: z.optional(z.array(z.object({ licenceId: z.string(), reason: z.string() }))),
  summary: z.optional(z.string()),
  trouble: z.optional(z.string()),
  because: z.optional(z.string()),
  results: z.optional(z.object({ ResultWriterDetails: z.object({ Bucket: z.string(), Key: z.string() }) })),
});
type Said = z.infer<typeof summarySchema>;
const resultSchema = z.object({
  licences: z._default(z.array(z.object({ licenceId: z.string() })), []),
  outcomes: z._default(
    z.array(z.object({ licenceId: z.string(), did: z.array(z.string()), because: z.string() })),
    [],
  ),
  error: z.optional(z.object({ Error: z.string(), Cause: z._default(z.string(), '') })),
  /** What recorded a failure puts out instead. */
  licenceIds: z._default(z.array(z.string()), []),
  reason: z.optional(z.string()),
  step: z.optional(z.enum([...passSteps, 'assess'])),
});

/** Looks into executions of the renewal workflow, with a few requests for each look. */
export class RunInspector {
  readonly #executions = new ExecutionInspector();
  readonly #results = new MapResults();
  readonly #stateMachine: string;

  constructor(deployment: Deployment) {
    this.#stateMachine = outputNamed(deployment.outputs, outputs.stateMachine);
  }

  /** The ARN of a run's execution, by its name. */
  arnOf(name: string): string {
    return executionArn(this.#stateMachine, name);
  }

  /** A run as a picture: five requests. Throws `Refusal` where there is no execution of this name. */
  async picture(name: string): Promise<RunPicture> {
    const arn = this.arnOf(name);
    const execution = await this.#executions.execution(arn);
    if (execution === undefined) throw noExecution(name);
    const [definition, { passages }] = await Promise.all([
      this.#executions.definition(this.#stateMachine),
      this.#executions.passages(arn),
    ]);
    const { planId, scheduledTime } = inputSchema.parse(jsonIn(execution.input));
    const said = summaryOf(execution, passages);
    const { due = 0, failedCount = 0, failed = [], summary } = said;
    const trouble = said.trouble === '' ? undefined : said.trouble;
    const workflow = readWorkflow(definition);
    const map = workflow.states.find(({ isDistributed }) => isDistributed);
    const { trips, isAll } = await this.#trips(said);
    const broke = breakOf(execution, passages);
    const left = isAll ? Math.max(0, due - trips.length) : 0;
    return {
      execution,
      planId,
      day: dayIn(planById(planId)?.timeZone ?? 'UTC', scheduledTime),
      workflow,
      traffic: trafficOfRun(
        passages.map(({ state }) => state),
        { licences: due, failed: failedCount, trouble, broke },
        workflow,
      ),
      map,
      inMap: trafficOfBatches(map?.inner ?? { start: '', states: [] }, trips, left),
      trips,
      isAll,
      summary: summary ?? said.because,
      due,
      failedCount,
      failed,
      passages,
      trouble,
      broke,
    };
  }

  /** Some of a run's batches; two requests. */
  batches(name: string, next: string | undefined): Promise<Children> {
    return this.#executions.children(this.arnOf(name), next);
  }

  /** A batch of a run and the states that it went through; two requests. Throws `Refusal` where there is none. */
  async batch(
    label: string,
    name: string,
  ): Promise<{ readonly execution: InspectedExecution; readonly passages: readonly Passage[] }> {
    const arn = executionArn(`${this.#stateMachine}/${label}`, name);
    const execution = await this.#executions.execution(arn);
    if (execution === undefined) throw noExecution(name);
    return { execution, passages: (await this.#executions.passages(arn)).passages };
  }

  async #trips({ results }: Said): Promise<Pick<RunPicture, 'trips' | 'isAll'>> {
    if (results === undefined) return { trips: [], isAll: true };
    const { Bucket: bucket, Key: key } = results.ResultWriterDetails;
    const trips: Trip[] = [];
    let read = 0;
    try {
      for await (const line of this.#results.outputs({ bucket, key })) {
        if (read === mostResults) return { trips, isAll: false };
        read += 1;
        trips.push(...tripsIn(line));
      }
    } catch (error) {
      // Results are kept for some weeks only.
      if (!(error instanceof Error && error.name === 'NoSuchKey')) throw error;
    }
    return { trips, isAll: true };
  }
}

function noExecution(name: string): Refusal {
  return new Refusal(
    `There is no execution ${name.slice(0, 100)}. Step Functions keeps executions for 90 days after their end.`,
  );
}

/** What the states of a run have said of it, later ones first. */
function summaryOf({ output }: InspectedExecution, passages: readonly Passage[]): Said {
  const all = [...passages.flatMap((passage) => [passage.input, passage.output]), output];
  return all.reduce<Said>((said, text) => ({ ...said, ...summarySchema.safeParse(jsonIn(text)).data }), {});
}

function tripsIn(line: unknown): readonly Trip[] {
  const { outcomes, licenceIds, reason, step, licences, error } = resultSchema.parse(line);
  const alone =
    licenceIds.length > 0
      ? licenceIds
      : error === undefined
        ? []
        : licences.map(({ licenceId }) => licenceId);
  return [
    ...(error === undefined ? outcomes : []).map((outcome) => ({ ...outcome, isAlone: false })),
    ...alone.map((licenceId) => ({
      licenceId,
      did: step === undefined ? [] : [parkedBy(step)],
      because: reason ?? error?.Error ?? '',
      isAlone: true,
    })),
  ];
}

function jsonIn(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}
