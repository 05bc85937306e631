import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  ListExecutionsCommand,
  ListMapRunsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';

/** An execution in full. */
export interface InspectedExecution {
  readonly arn: string;
  readonly name: string;
  readonly status: string;
  /** Instants in UTC. */
  readonly started?: string | undefined;
  readonly stopped?: string | undefined;
  /** JSON text. */
  readonly input?: string | undefined;
  readonly output?: string | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

/** A state of an execution, from its entry to its exit. */
export interface Passage {
  readonly state: string;
  readonly entered: string;
  /** Unset where it was not left: it runs, or it ended with an error. */
  readonly left?: string | undefined;
  readonly input?: string | undefined;
  readonly output?: string | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

/** The first passages of an execution, in order; `isAll` is false where the history goes on. */
export interface Passages {
  readonly passages: readonly Passage[];
  readonly isAll: boolean;
}

/** Child executions of a map, and where the list goes on. */
export interface Children {
  readonly children: readonly InspectedExecution[];
  readonly next?: string | undefined;
}

const mostEvents = 1000;
const mostListed = 50;

/** Executions of state machines in detail, for whoever only looks at them. Each method is one request, if not said otherwise. */
export class ExecutionInspector {
  private readonly client = new SFNClient();

  /** The deployed definition of a state machine in Amazon States Language, as JSON text. */
  async definition(stateMachineArn: string): Promise<string> {
    const { definition = '{}' } = await this.client.send(
      new DescribeStateMachineCommand({ stateMachineArn }),
    );
    return definition;
  }

  /** An execution; undefined where there is none of this ARN, as 90 days after it has ended. */
  async execution(executionArn: string): Promise<InspectedExecution | undefined> {
    try {
      const found = await this.client.send(new DescribeExecutionCommand({ executionArn }));
      const { name = executionArn, status = '', startDate, stopDate, input, output, error, cause } = found;
      const [started, stopped] = [startDate?.toISOString(), stopDate?.toISOString()];
      return { arn: executionArn, name, status, started, stopped, input, output, error, cause };
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  }

  /** The states that an execution went through, from its first thousand events. */
  async passages(executionArn: string): Promise<Passages> {
    const { events = [], nextToken } = await this.client.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: mostEvents, includeExecutionData: true }),
    );
    return { passages: passagesOf(events), isAll: nextToken === undefined };
  }

  /** The child executions of the first map of an execution, the latest first; two requests. */
  async children(executionArn: string, nextToken: string | undefined): Promise<Children> {
    const { mapRuns = [] } = await this.client.send(new ListMapRunsCommand({ executionArn, maxResults: 1 }));
    const mapRunArn = mapRuns[0]?.mapRunArn;
    if (mapRunArn === undefined) return { children: [] };
    const listed = await this.client.send(
      new ListExecutionsCommand({
        mapRunArn,
        maxResults: mostListed,
        ...(nextToken !== undefined && { nextToken }),
      }),
    );
    const children = (listed.executions ?? []).map(
      ({ executionArn: arn = '', name = arn, status = '', ...dates }) => ({
        arn,
        name,
        status,
        started: dates.startDate?.toISOString(),
        stopped: dates.stopDate?.toISOString(),
      }),
    );
    return { children, next: listed.nextToken };
  }
}

/** Pairs what enters and leaves a state. States of one branch do not overlap, and those inside a map are not in parallel here. */
function passagesOf(events: readonly HistoryEvent[]): readonly Passage[] {
  const passages: Passage[] = [];
  const open = new Map<string, number>();
  let failure: Pick<Passage, 'error' | 'cause'> = {};
  for (const event of events) {
    const at = event.timestamp?.toISOString() ?? '';
    const { stateEnteredEventDetails: entered, stateExitedEventDetails: exited } = event;
    failure = failureIn(event) ?? failure;
    if (entered?.name !== undefined) {
      open.set(entered.name, passages.length);
      passages.push({ state: entered.name, entered: at, input: entered.input });
      failure = {};
    }
    const index = exited?.name === undefined ? undefined : open.get(exited.name);
    const passage = index === undefined ? undefined : passages[index];
    if (index !== undefined && passage !== undefined) {
      passages[index] = { ...passage, ...failure, left: at, output: exited?.output };
      failure = {};
    }
  }
  const last = passages.at(-1);
  if (last !== undefined && last.left === undefined) passages[passages.length - 1] = { ...last, ...failure };
  return passages;
}

function failureIn(event: HistoryEvent): Pick<Passage, 'error' | 'cause'> | undefined {
  const details =
    event.taskFailedEventDetails ??
    event.taskTimedOutEventDetails ??
    event.lambdaFunctionFailedEventDetails ??
    event.mapRunFailedEventDetails;
  return details === undefined ? undefined : { error: details.error, cause: details.cause };
}
