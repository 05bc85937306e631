import { setTimeout as pause } from 'node:timers/promises';
import {
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput,
  ExecutionDoesNotExist,
  ListExecutionsCommand,
  paginateListExecutions,
  SFNClient,
} from '@aws-sdk/client-sfn';

/** An execution that has ended. */
export interface EndedExecution {
  readonly name: string;
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly input: unknown;
  readonly output?: unknown;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

/** Executions of state machines, for whoever only looks at them. Region, endpoint and credentials come from the environment. */
export class ExecutionReader {
  private readonly client = new SFNClient();

  /** How an execution stands; undefined where there is none of this ARN, as 90 days after it has ended. */
  async look(executionArn: string): Promise<EndedExecution | 'running' | undefined> {
    try {
      const described = await this.client.send(new DescribeExecutionCommand({ executionArn }));
      return endedFrom(executionArn, described) ?? 'running';
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  }

  /** The executions of a state machine that began at an instant or later and have ended, the latest first. */
  async *endedSince(stateMachineArn: string, instant: string): AsyncIterable<EndedExecution> {
    const { client } = this;
    for await (const { executions = [] } of paginateListExecutions({ client }, { stateMachineArn })) {
      for (const { executionArn, startDate } of executions) {
        if (executionArn === undefined || startDate === undefined) continue;
        if (startDate.toISOString() < instant) return;
        const looked = await this.look(executionArn);
        if (looked !== undefined && looked !== 'running') yield looked;
      }
    }
  }

  /** The latest executions of a state machine that failed, and began at an instant or later: at most `most`. */
  async *failedSince(stateMachineArn: string, instant: string, most: number): AsyncIterable<EndedExecution> {
    const listed = await this.client.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: 'FAILED', maxResults: most }),
    );
    for (const { executionArn = '', startDate } of listed.executions ?? []) {
      if (startDate === undefined || startDate.toISOString() < instant) return;
      const looked = await this.look(executionArn);
      if (looked !== undefined && looked !== 'running') yield looked;
    }
  }

  /** Waits until an execution has ended, looking every `milliseconds`. Throws the signal's reason when aborted. */
  async ended(executionArn: string, milliseconds: number, signal: AbortSignal): Promise<EndedExecution> {
    for (;;) {
      const described = await this.client.send(new DescribeExecutionCommand({ executionArn }));
      const ended = endedFrom(executionArn, described);
      if (ended !== undefined) return ended;
      await pause(milliseconds, undefined, { signal });
    }
  }
}

function endedFrom(
  executionArn: string,
  { status, name = executionArn, input = '{}', output, error, cause }: DescribeExecutionCommandOutput,
): EndedExecution | undefined {
  switch (status) {
    case 'SUCCEEDED':
    case 'FAILED':
    case 'TIMED_OUT':
    case 'ABORTED': {
      const ended = { name, status, input: parsed(input), error, cause };
      return output === undefined ? ended : { ...ended, output: parsed(output) };
    }
    case 'RUNNING':
    case 'PENDING_REDRIVE':
    case undefined:
      return undefined;
  }
}

function parsed(json: string): unknown {
  return JSON.parse(json);
}
