import { isObject } from '../../shared/json.ts';
import { history } from './history.ts';
import type { ExecutionRecord } from './records.ts';

/** What a state machine logs. */
export interface Logging {
  readonly level: 'ALL' | 'ERROR' | 'FATAL' | 'OFF';
  /** Whether inputs and outputs are logged too. */
  readonly includesData: boolean;
}

/** What the log has of an execution. */
interface Logged {
  readonly events: number;
  readonly bytes: number;
}

const failures = /(Failed|Aborted|TimedOut)$/;
const endsOfExecutions = /^Execution(Failed|Aborted|TimedOut)$/;

/** What an event has apart from its details: id, type, previous event, time and ARN. */
const bytesAround = 260;

/** What a task's own events have in addition to the state's input and output: the call, its headers and the answer's. */
const bytesOfTask = 1400;

/** `TaskScheduled`, `TaskStarted` and `TaskSucceeded`, which the history of the embedded cloud leaves out. */
const eventsOfTask = 3;

/**
 * What Step Functions writes to the log group of a state machine about an execution that has ended.
 * @param types type of every state, as the definition has it
 */
export function logOf(
  record: ExecutionRecord,
  types: ReadonlyMap<string, string>,
  { level, includesData }: Logging,
): Logged {
  if (level === 'OFF') return { events: 0, bytes: 0 };
  const logged = history(record, types).flatMap((event): Logged[] => {
    const type = String(Reflect.get(event, 'type'));
    if (level === 'ERROR' && !failures.test(type)) return [];
    if (level === 'FATAL' && !endsOfExecutions.test(type)) return [];
    const bytes = bytesAround + (includesData ? bytesOfDetails(event) : 0);
    if (type !== 'TaskStateEntered' && type !== 'TaskStateExited') return [{ events: 1, bytes }];
    // Half of the task's own events goes with each: its parameters with the input, its answer with the output.
    const ofTask =
      (eventsOfTask * bytesAround) / 2 + (includesData ? bytes - bytesAround + bytesOfTask / 2 : 0);
    return [{ events: 1 + eventsOfTask / 2, bytes: bytes + ofTask }];
  });
  return {
    events: logged.reduce((sum, { events }) => sum + events, 0),
    bytes: logged.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function bytesOfDetails(event: object): number {
  const details = Object.values(event).filter(isObject);
  return details.reduce((sum, detail) => sum + Buffer.byteLength(JSON.stringify(detail)), 0);
}
