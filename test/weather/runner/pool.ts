import { type ChildProcess, fork } from 'node:child_process';
import type { Order, Reply } from './orders.ts';
import type { Patch } from './patch.ts';

/** After so many orders a worker is replaced: each world loads the handlers anew, and modules are never forgotten. */
const mostOrders = 400;

interface Waiting {
  readonly order: Order;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

/** Processes that each carry out one order at a time. */
export class Pool {
  readonly #patches: readonly Patch[];
  readonly #waiting: Waiting[] = [];
  readonly #workers = new Set<ChildProcess>();
  readonly #most: number;
  #idle: { readonly worker: ChildProcess; readonly orders: number }[] = [];
  #isClosed = false;

  /** @param patches changes of the application that all workers play */
  constructor(workers: number, patches: readonly Patch[] = []) {
    this.#most = workers;
    this.#patches = patches;
  }

  /** Has an order carried out when a worker is free. */
  ask<Kind extends Reply['kind']>(order: Order, kind: Kind): Promise<Extract<Reply, { kind: Kind }>> {
    return new Promise((resolve, reject) => {
      const take = (reply: Reply): void => {
        if (isOf(reply, kind)) resolve(reply);
        else reject(new Error(`the worker answers ${reply.kind}, not ${kind}`));
      };
      this.#waiting.push({ order, resolve: take, reject });
      this.#handOut();
    });
  }

  /** Ends the workers; what they are doing is not answered. */
  close(): void {
    this.#isClosed = true;
    this.#waiting.length = 0;
    for (const worker of this.#workers) worker.kill('SIGKILL');
  }

  #handOut(): void {
    while (!this.#isClosed && this.#waiting.length > 0) {
      const free = this.#idle.pop() ?? this.#open();
      if (free === undefined) return;
      const waiting = this.#waiting.shift();
      if (waiting !== undefined) this.#give(free.worker, free.orders, waiting);
    }
  }

  #give(worker: ChildProcess, orders: number, { order, resolve, reject }: Waiting): void {
    const fail = (): void => {
      this.#workers.delete(worker);
      if (!this.#isClosed) reject(new Error(`a worker ended while it had to ${order.kind}`));
    };
    worker.once('exit', fail);
    worker.once('message', (reply: Reply) => {
      worker.off('exit', fail);
      if (orders + 1 < mostOrders) this.#idle.push({ worker, orders: orders + 1 });
      else {
        this.#workers.delete(worker);
        worker.kill('SIGKILL');
      }
      resolve(reply);
      this.#handOut();
    });
    worker.send(order);
  }

  #open() {
    if (this.#workers.size >= this.#most) return undefined;
    const worker = fork(new URL('worker.ts', import.meta.url), {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=64'],
      // What handlers log and measure is of no use here.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, POWERTOOLS_LOG_LEVEL: 'SILENT', WEATHER_PATCHES: JSON.stringify(this.#patches) },
    });
    this.#workers.add(worker);
    return { worker, orders: 0 };
  }
}

function isOf<Kind extends Reply['kind']>(reply: Reply, kind: Kind): reply is Extract<Reply, { kind: Kind }> {
  return reply.kind === kind;
}
