import { StateError, tooLarge } from './errors.ts';
import type { InterpreterEvent } from '../api/records.ts';

/** Most events of the history of a Standard execution. */
const mostEvents = 25_000;

/** A task writes `TaskScheduled`, `TaskStarted` and how it ended, in addition to what it has in common with every state. */
const eventsOfTask = 3;

/** Looks at what happens to an execution, and says when it exceeds what Step Functions allows. */
export class ExecutionLimits {
  readonly #types: ReadonlyMap<string, string>;
  readonly #isExpress: boolean;
  #events = 0;

  /** @param types type of every state, as the definition has it */
  constructor(types: ReadonlyMap<string, string>, isExpress: boolean) {
    this.#types = types;
    this.#isExpress = isExpress;
  }

  /** The error that ends the execution after an event; undefined where it goes on. */
  exceededBy(event: InterpreterEvent): StateError | undefined {
    this.#events += this.#historyOf(event);
    if (!this.#isExpress && this.#events > mostEvents) {
      const cause = `The execution reached the maximum number of history events (${mostEvents}).`;
      return new StateError('States.Runtime', cause);
    }
    if (event.type !== 'StateExited') return undefined;
    return tooLarge(JSON.stringify(event.state.output ?? null), event.state.name);
  }

  #historyOf(event: InterpreterEvent): number {
    switch (event.type) {
      case 'StateEntered':
        return 1 + (this.#types.get(event.state.name) === 'Task' ? eventsOfTask : 0);
      case 'StateRetried':
        return eventsOfTask;
      case 'StateFailed':
      case 'StateCaught':
        return 0;
      case 'StateExited':
      case 'ExecutionStarted':
      case 'ExecutionSucceeded':
      case 'ExecutionFailed':
      case 'ExecutionAborted':
      case 'ExecutionTimeout':
      case 'MapIterationStarted':
      case 'MapIterationSucceeded':
      case 'MapIterationFailed':
      case 'ParallelBranchStarted':
      case 'ParallelBranchSucceeded':
      case 'ParallelBranchFailed':
        return 1;
    }
  }
}
