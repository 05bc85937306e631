import type { StateMachine } from 'aws-local-stepfunctions';
import type { Json } from '../../shared/json.ts';

/** How an execution or a Map Run stands. */
export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** One event of the interpreter. */
export type InterpreterEvent =
  ReturnType<StateMachine['run']>['eventLogs'] extends AsyncGenerator<infer Event> ? Event : never;

/** What is listed of an execution. Times are milliseconds since the epoch. */
export interface ExecutionSummary {
  readonly arn: string;
  readonly name: string;
  readonly stateMachineArn: string;
  /** Of a child execution: the Map Run that started it. */
  readonly mapRunArn?: string;
  readonly startDate: number;
  status: Status;
  stopDate?: number;
}

/** Everything there is to know about an execution. */
export interface ExecutionRecord extends ExecutionSummary {
  readonly input: Json;
  output?: Json;
  error?: string;
  cause?: string;
  /** What the interpreter reported, in order. */
  readonly events: InterpreterEvent[];
  /** The Map Runs that it started, in order. */
  readonly mapRuns: MapRun[];
}

/** How many there are in each condition. */
export interface Counts {
  total: number;
  pending: number;
  running: number;
  succeeded: number;
  failed: number;
  timedOut: number;
  aborted: number;
  resultsWritten: number;
}

/** One run of a Distributed Map state. Times are milliseconds since the epoch. */
export interface MapRun {
  readonly arn: string;
  readonly executionArn: string;
  /** ARN of the state machine of its children, `…:stateMachine:NAME/LABEL`. */
  readonly stateMachineArn: string;
  readonly stateName: string;
  readonly startDate: number;
  status: Status;
  stopDate?: number;
  readonly maxConcurrency: number;
  readonly toleratedFailurePercentage: number;
  readonly toleratedFailureCount: number;
  readonly itemCounts: Counts;
  readonly executionCounts: Counts;
}
