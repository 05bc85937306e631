import type { Streams } from '../dynamodb/streams.ts';
import type { EventBuses } from '../eventbridge/event-buses.ts';
import { putEvents } from '../iam/calls/events.ts';
import type { Permissions } from '../iam/policies/permissions.ts';
import type { Meter } from '../meter/meter.ts';
import type { Account } from '../shared/account.ts';
import type { Clock } from '../shared/clock.ts';
import { Mutex } from '../shared/mutex.ts';
import { carry, lets, type Pipe } from './pipe.ts';

/** How many records a pipe took, and on how many it failed. */
interface Work {
  readonly taken: number;
  readonly failed: number;
}

/** The pipes of EventBridge: behind the writes that feed them, one record after the other. */
export class Pipes {
  readonly #streams: Streams;
  readonly #buses: EventBuses;
  readonly #permissions: Permissions;
  readonly #account: Account;
  readonly #meter: Meter;
  readonly #clock: Clock;
  readonly #queue = new Mutex();
  #failure: Error | undefined;
  /** By the names of pipes. */
  readonly #work = new Map<string, Work>();

  constructor(
    streams: Streams,
    buses: EventBuses,
    permissions: Permissions,
    account: Account,
    meter: Meter,
    clock: Clock,
  ) {
    this.#streams = streams;
    this.#buses = buses;
    this.#permissions = permissions;
    this.#account = account;
    this.#meter = meter;
    this.#clock = clock;
  }

  add(pipe: Pipe): void {
    this.#streams.listen(pipe.table, (record) => {
      this.#queue
        .run(async () => {
          if (!lets(pipe, record)) return;
          this.#note(pipe, { taken: 1, failed: 0 });
          this.#meter.count('pipes', Buffer.byteLength(JSON.stringify(record)));
          this.#permissions.check(pipe.role, putEvents(pipe.bus, this.#account));
          await carry(pipe, record, this.#buses, this.#clock);
        })
        .catch((error: unknown) => {
          this.#note(pipe, { taken: 0, failed: 1 });
          this.#failure ??= new Error(`A pipe failed: ${String(error)}`, { cause: error });
        });
    });
  }

  /** What a pipe has done since the start. */
  workOf(name: string): Work {
    return this.#work.get(name) ?? { taken: 0, failed: 0 };
  }

  #note({ name }: Pipe, more: Work): void {
    const { taken, failed } = this.workOf(name);
    this.#work.set(name, { taken: taken + more.taken, failed: failed + more.failed });
  }

  /** Waits until everything has been carried. Throws the first failure, which on AWS would lie in a queue. */
  async drain(): Promise<void> {
    await this.#queue.run(() => Promise.resolve());
    if (this.#failure !== undefined) throw this.#failure;
  }
}
