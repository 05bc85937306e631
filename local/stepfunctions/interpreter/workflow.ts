import type { StateMachine } from 'aws-local-stepfunctions';

/** A state machine, or the processor of a Distributed Map, made ready for the interpreter. */
export interface Workflow {
  readonly interpreter: StateMachine;
  /** Every Task and Distributed Map state, also inside Parallel and inline Map states. */
  readonly tasks: ReadonlyMap<string, Task>;
  /** Type of every state, as its definition has it. */
  readonly types: ReadonlyMap<string, string>;
  /** How long each state pauses before a retry or while it waits, in milliseconds. */
  readonly pauses: Readonly<Record<string, number>>;
  /** What `$$.State` is in each state. */
  readonly stateContexts: Readonly<Record<string, object>>;
}

/** What a Task state does, once its Parameters are worked out. */
export type Task =
  | { readonly kind: 'invoke' }
  | { readonly kind: 'function'; readonly arn: string }
  | { readonly kind: 'map'; readonly map: DistributedMap };

/** A Distributed Map state, as far as its definition fixes it. */
export interface DistributedMap {
  readonly stateName: string;
  readonly label: string;
  /** What every child execution runs. */
  readonly processor: Workflow;
  /** Whether children are Express executions. */
  readonly isExpress: boolean;
  /** Form of the object in S3 that holds the items; undefined where they come with the input. */
  readonly inputType: 'JSON' | 'JSONL' | undefined;
  /** Makes the input of a child of an item, by ItemSelector; undefined where the item itself is. */
  readonly selector: StateMachine | undefined;
  /** Whether children take batches of items. */
  readonly batched: boolean;
  /** Whether results are written to S3. */
  readonly exported: boolean;
  readonly transformation: 'NONE' | 'COMPACT' | 'FLATTEN';
  readonly outputType: 'JSON' | 'JSONL';
}
