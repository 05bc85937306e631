import type { ExecutionRecord, InterpreterEvent, MapRun } from './records.ts';

/** An event as GetExecutionHistory gives it. The timestamp is in seconds since the epoch. */
interface HistoryEvent {
  readonly timestamp: number;
  readonly type: string;
  readonly [details: string]: unknown;
}

const included = { truncated: false };

/**
 * The history of an execution in the form of GetExecutionHistory.
 * @param types type of every state, as the definition has it
 */
export function history(record: ExecutionRecord, types: ReadonlyMap<string, string>): object[] {
  const mapRuns = [...record.mapRuns];
  const events = record.events.flatMap((event) => historyEvents(event, record, types, mapRuns));
  return events.map((event, index) => ({ ...event, id: index + 1, previousEventId: index }));
}

function historyEvents(
  event: InterpreterEvent,
  record: ExecutionRecord,
  types: ReadonlyMap<string, string>,
  mapRuns: MapRun[],
): HistoryEvent[] {
  const timestamp = event.timestamp / 1000;
  const failure = { error: record.error, cause: record.cause };
  switch (event.type) {
    case 'ExecutionStarted':
      return [
        {
          timestamp,
          type: event.type,
          executionStartedEventDetails: { input: JSON.stringify(event.input), inputDetails: included },
        },
      ];
    case 'ExecutionSucceeded':
      return [
        {
          timestamp,
          type: event.type,
          executionSucceededEventDetails: { output: JSON.stringify(event.output), outputDetails: included },
        },
      ];
    case 'ExecutionFailed':
      return [{ timestamp, type: event.type, executionFailedEventDetails: failure }];
    case 'ExecutionAborted':
      return [{ timestamp, type: event.type, executionAbortedEventDetails: failure }];
    case 'ExecutionTimeout':
      return [{ timestamp, type: 'ExecutionTimedOut', executionTimedOutEventDetails: failure }];
    case 'StateEntered': {
      const { name, input } = event.state;
      const type = types.get(name) ?? event.state.type;
      const entered = {
        timestamp,
        type: `${type}StateEntered`,
        stateEnteredEventDetails: { name, input: JSON.stringify(input), inputDetails: included },
      };
      const run = type === 'Map' && event.state.type === 'Task' ? mapRuns.shift() : undefined;
      return run === undefined ? [entered] : [entered, ...mapRunEvents(run)];
    }
    case 'StateExited': {
      const { name, output } = event.state;
      const type = types.get(name) ?? event.state.type;
      return [
        {
          timestamp,
          type: `${type}StateExited`,
          stateExitedEventDetails: { name, output: JSON.stringify(output), outputDetails: included },
        },
      ];
    }
    case 'StateFailed': {
      if (event.state.type !== 'Task' || types.get(event.state.name) !== 'Task') return [];
      const details = {
        resourceType: 'lambda',
        resource: 'invoke',
        error: event.Error,
        cause: text(event.Cause),
      };
      return event.Error === 'States.Timeout'
        ? [{ timestamp, type: 'TaskTimedOut', taskTimedOutEventDetails: details }]
        : [{ timestamp, type: 'TaskFailed', taskFailedEventDetails: details }];
    }
    case 'MapIterationStarted':
    case 'MapIterationSucceeded':
    case 'MapIterationFailed': {
      const details = `m${event.type.slice(1)}EventDetails`;
      return [
        { timestamp, type: event.type, [details]: { name: event.parentState.name, index: event.index } },
      ];
    }
    case 'ParallelBranchStarted':
    case 'ParallelBranchSucceeded':
    case 'ParallelBranchFailed':
    case 'StateRetried':
    case 'StateCaught':
      return [];
  }
}

function mapRunEvents(run: MapRun): HistoryEvent[] {
  const { arn: mapRunArn, startDate, stopDate, status } = run;
  const started = {
    timestamp: startDate / 1000,
    type: 'MapRunStarted',
    mapRunStartedEventDetails: { mapRunArn },
  };
  if (stopDate === undefined) return [started];
  const timestamp = stopDate / 1000;
  switch (status) {
    case 'SUCCEEDED':
      return [started, { timestamp, type: 'MapRunSucceeded' }];
    case 'ABORTED':
      return [started, { timestamp, type: 'MapRunAborted' }];
    case 'RUNNING':
      return [started];
    case 'FAILED':
    case 'TIMED_OUT':
      return [started, { timestamp, type: 'MapRunFailed', mapRunFailedEventDetails: {} }];
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
