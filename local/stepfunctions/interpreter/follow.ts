import { ExecutionAbortedError, ExecutionError, ExecutionTimeoutError } from 'aws-local-stepfunctions';
import type { Clock } from '../../shared/clock.ts';
import type { Json } from '../../shared/json.ts';
import type { StateError } from './errors.ts';
import type { ExecutionRecord, InterpreterEvent } from '../api/records.ts';

/** An execution as the interpreter runs it. */
interface Run {
  readonly result: Promise<Json>;
  readonly eventLogs: AsyncGenerator<InterpreterEvent>;
  readonly abort: () => void;
}

/** What ends an execution from outside the interpreter. */
export interface Interruption {
  /** The error that it fails with. */
  error?: StateError;
}

/**
 * Writes into the record what happens to an execution, until it ends.
 * @param interruption an error in it ends the execution, which has failed with it then
 * @param clock dates what happens
 * @param seen receives each event
 */
export async function follow(
  record: ExecutionRecord,
  run: Run,
  interruption: Interruption,
  clock: Clock,
  seen: (event: InterpreterEvent) => void,
): Promise<void> {
  const collecting = collect(run.eventLogs, (event) => {
    // The interpreter dates by the clock of this machine.
    record.events.push({ ...event, timestamp: event.timestamp + clock.ahead });
    seen(event);
    if (interruption.error !== undefined) run.abort();
  });
  try {
    record.output = await run.result;
    record.status = 'SUCCEEDED';
  } catch (error) {
    describeFailure(record, error);
  }
  await collecting;
  if (interruption.error !== undefined) failWith(record, interruption.error);
  record.stopDate = clock.passing();
}

async function collect(
  events: AsyncGenerator<InterpreterEvent>,
  take: (event: InterpreterEvent) => void,
): Promise<void> {
  for await (const event of events) take(event);
}

function failWith(record: ExecutionRecord, { name, message }: StateError): void {
  delete record.output;
  Object.assign(record, { status: 'FAILED', error: name, cause: message });
}

function describeFailure(record: ExecutionRecord, error: unknown): void {
  if (error instanceof ExecutionAbortedError) {
    record.status = 'ABORTED';
    return;
  }
  if (error instanceof ExecutionTimeoutError) {
    record.status = 'TIMED_OUT';
    record.error = 'States.Timeout';
    return;
  }
  const reason = error instanceof ExecutionError ? error.cause : error;
  record.status = 'FAILED';
  record.error = reason instanceof Error ? reason.name : 'States.Runtime';
  record.cause = reason instanceof Error ? reason.message : String(reason);
}
