/** What an execution waits for before it goes on. */
export interface Turn {
  /** Resolves when it may do whatever comes after its first task. */
  readonly comes: () => Promise<void>;
  /** Says that it has ended. */
  readonly end: () => void;
}

/**
 * Has executions do their first tasks side by side, and everything after them one after the other, in the order in which
 * they have taken their turns: what they do, and in which order, is the same each time.
 */
export class Turns {
  /** Each resolves when an execution has done its first task, or has ended. */
  readonly #firstTasks: Promise<void>[] = [];
  /** Resolves when all that have taken a turn have ended. */
  #before: Promise<unknown> = Promise.resolve();

  /** The turn of the next execution. All take theirs before any has done its first task. */
  take(): Turn {
    const before = this.#before;
    const first = Promise.withResolvers<undefined>();
    const whole = Promise.withResolvers<undefined>();
    this.#firstTasks.push(first.promise);
    this.#before = Promise.all([before, whole.promise]);
    return {
      comes: async () => {
        first.resolve(undefined);
        await Promise.all(this.#firstTasks);
        await before;
      },
      end: () => {
        first.resolve(undefined);
        whole.resolve(undefined);
      },
    };
  }
}
