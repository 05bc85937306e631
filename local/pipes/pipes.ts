import type { Streams } from '../dynamodb/streams.ts';
import type { EventBuses } from '../eventbridge/event-buses.ts';
import { Mutex } from '../shared/mutex.ts';
import { carry, type Pipe } from './pipe.ts';

/** The pipes of EventBridge: behind the writes that feed them, one record after the other. */
export class Pipes {
  readonly #streams: Streams;
  readonly #buses: EventBuses;
  readonly #queue = new Mutex();
  #failure: Error | undefined;

  constructor(streams: Streams, buses: EventBuses) {
    this.#streams = streams;
    this.#buses = buses;
  }

  add(pipe: Pipe): void {
    this.#streams.listen(pipe.table, (record) => {
      this.#queue
        .run(() => carry(pipe, record, this.#buses))
        .catch((error: unknown) => {
          this.#failure ??= new Error(`a pipe broke off: ${String(error)}`, { cause: error });
        });
    });
  }

  /** Waits until everything has been carried. Throws the first failure, which on AWS would lie in a queue. */
  async drain(): Promise<void> {
    await this.#queue.run(() => Promise.resolve());
    if (this.#failure !== undefined) throw this.#failure;
  }
}
