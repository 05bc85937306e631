import type { Clock } from '../../shared/clock.ts';
import type { Json } from '../../shared/json.ts';
import type { Role } from '../../iam/policies/principals.ts';
import { StateError } from '../interpreter/errors.ts';
import { uuidOf } from '../../shared/uuid.ts';
import type { ExecutionRecord, MapRun } from '../api/records.ts';
import type { DistributedMap } from '../interpreter/workflow.ts';
import { childInputs } from './items.ts';
import { parseMapParameters, type MapParameters } from './parameters.ts';
import { mapOutput } from './results.ts';
import { countEnded, countStarted, exceedsTolerance, initialCounts } from './tolerance.ts';
import type { MapObjects } from './role-objects.ts';

/** Most children at once, whatever MaxConcurrency allows: more gain nothing on a laptop. */
const MOST_CHILDREN = 16;

/** A child execution that was started. */
interface Child {
  readonly record: ExecutionRecord;
  readonly ended: Promise<void>;
  stop(): void;
}

/** What a Map Run needs of the execution that it belongs to. */
export interface Parent {
  readonly record: ExecutionRecord;
  readonly context: Readonly<Record<string, unknown>>;
  /** As which its tasks call functions. */
  readonly role: Role;
  readonly objects: MapObjects;
  /** Aborted when the execution is. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Starts one child execution of a Map Run. */
  startChild(map: DistributedMap, run: MapRun, name: string, input: Json): Child;
}

/**
 * Runs a Distributed Map state: a child execution for every item or batch, so many at a time as
 * MaxConcurrency says, until all have ended or more have failed than the state tolerates.
 * @param input the state's Parameters, worked out
 * @returns the state's result
 * @throws StateError `States.ExceedToleratedFailureThreshold`, `States.ItemReaderFailed` or
 *   `States.ResultWriterFailed`
 */
export async function runDistributedMap(map: DistributedMap, input: Json, parent: Parent): Promise<Json> {
  const parameters = parseMapParameters(input);
  const inputs = await childInputs(map, parameters, parent.context, parent.objects);
  const run = startRun(map, parameters, parent, inputs);
  const children: ExecutionRecord[] = [];
  const running = new Set<Child>();
  const stopRunning = (): void => {
    for (const child of running) child.stop();
  };
  const isOver = (): boolean => parent.signal.aborted || exceedsTolerance(run.itemCounts, parameters);
  parent.signal.addEventListener('abort', stopRunning);
  const queue = inputs.entries();
  const work = async (): Promise<void> => {
    for (const [index, { input: childInput, items }] of queue) {
      if (isOver()) return;
      const child = parent.startChild(map, run, uuidOf(`${run.arn}/${index}`), childInput);
      running.add(child);
      countStarted(run.itemCounts, items);
      countStarted(run.executionCounts, 1);
      await child.ended;
      running.delete(child);
      countEnded(run.itemCounts, items, child.record.status);
      countEnded(run.executionCounts, 1, child.record.status);
      children[index] = child.record;
      if (isOver()) stopRunning();
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(run.maxConcurrency || MOST_CHILDREN, MOST_CHILDREN) }, work),
  );
  parent.signal.removeEventListener('abort', stopRunning);
  return end(map, run, parameters, children, parent);
}

function end(
  map: DistributedMap,
  run: MapRun,
  parameters: MapParameters,
  children: readonly ExecutionRecord[],
  parent: Parent,
): Json {
  run.stopDate = parent.clock.passing();
  run.status = 'FAILED';
  if (parent.signal.aborted) {
    run.status = 'ABORTED';
    throw new StateError('States.Runtime', 'the execution was stopped');
  }
  if (exceedsTolerance(run.itemCounts, parameters)) {
    throw new StateError(
      'States.ExceedToleratedFailureThreshold',
      'The specified tolerated failure threshold was exceeded',
    );
  }
  const output = mapOutput(map, run, children, parameters, parent.objects);
  if (map.exported) {
    run.itemCounts.resultsWritten = run.itemCounts.total;
    run.executionCounts.resultsWritten = children.length;
  }
  run.status = 'SUCCEEDED';
  return output;
}

function startRun(
  map: DistributedMap,
  parameters: MapParameters,
  { record: parent, clock }: Parent,
  inputs: readonly { items: number }[],
): MapRun {
  const machine = `${parent.stateMachineArn}/${map.label}`;
  const id = uuidOf(`${parent.arn}/${map.label}/${parent.mapRuns.length}`);
  const run: MapRun = {
    arn: `${machine.replace(':stateMachine:', ':mapRun:')}:${id}`,
    executionArn: parent.arn,
    stateMachineArn: machine,
    stateName: map.stateName,
    startDate: clock.passing(),
    status: 'RUNNING',
    maxConcurrency: parameters.MaxConcurrency ?? 0,
    toleratedFailurePercentage: parameters.ToleratedFailurePercentage ?? 0,
    toleratedFailureCount: parameters.ToleratedFailureCount ?? 0,
    itemCounts: initialCounts(inputs.reduce((total, { items }) => total + items, 0)),
    executionCounts: initialCounts(inputs.length),
  };
  parent.mapRuns.push(run);
  return run;
}
