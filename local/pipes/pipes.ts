import type { Streams } from '../dynamodb/streams.ts';
import type { EventBuses } from '../eventbridge/event-buses.ts';
import { putEvents } from '../iam/calls/events.ts';
import type { Permissions } from '../iam/policies/permissions.ts';
import type { Meter } from '../meter/meter.ts';
import type { Account } from '../shared/account.ts';
import { Mutex } from '../shared/mutex.ts';
import { carry, lets, type Pipe } from './pipe.ts';

/** The pipes of EventBridge: behind the writes that feed them, one record after the other. */
export class Pipes {
  readonly #streams: Streams;
  readonly #buses: EventBuses;
  readonly #permissions: Permissions;
  readonly #account: Account;
  readonly #meter: Meter;
  readonly #queue = new Mutex();
  #failure: Error | undefined;

  constructor(streams: Streams, buses: EventBuses, permissions: Permissions, account: Account, meter: Meter) {
    this.#streams = streams;
    this.#buses = buses;
    this.#permissions = permissions;
    this.#account = account;
    this.#meter = meter;
  }

  add(pipe: Pipe): void {
    this.#streams.listen(pipe.table, (record) => {
      this.#queue
        .run(async () => {
          if (!lets(pipe, record)) return;
          this.#meter.count('pipes', Buffer.byteLength(JSON.stringify(record)));
          this.#permissions.check(pipe.role, putEvents(pipe.bus, this.#account));
          await carry(pipe, record, this.#buses);
        })
        .catch((error: unknown) => {
          this.#failure ??= new Error(`A pipe failed: ${String(error)}`, { cause: error });
        });
    });
  }

  /** Waits until everything has been carried. Throws the first failure, which on AWS would lie in a queue. */
  async drain(): Promise<void> {
    await this.#queue.run(() => Promise.resolve());
    if (this.#failure !== undefined) throw this.#failure;
  }
}
