import { AsyncLocalStorage } from 'node:async_hooks';
import type { Random } from '../../../local/weather/random.ts';

/** One run of a function. A stopped one gets no answers any more; what it has asked for may still happen. */
export interface Invocation {
  readonly functionName: string;
  isStopped: boolean;
  /** The ids of the mails that it has claimed or sent. */
  readonly mails: Set<string>;
  /** Ends the call as its caller sees it. */
  readonly fail: (name: string, message: string) => void;
}

/** Something that happens at a time of the world, unless it is called off. */
interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  isOff: boolean;
}

/** The running function, by which a service knows who asks. */
export const running = new AsyncLocalStorage<Invocation>();

const realImmediate = setImmediate;
const realTimeout = setTimeout;
/** How long the machine may work at something that the world does not see, such as loading a module. */
const patience = 30_000_000_000n;

/**
 * Virtual time and order. Requests wait until the world picks one of them, so that the seed decides which of several
 * writers comes first; time only moves when nobody has anything to do.
 */
export class World {
  now: number;
  readonly random: Random;
  readonly #order: Random;
  #timers: Timer[] = [];
  #requests: (() => void)[] = [];
  #timed = 0;
  #functions = 0;
  #pauses = 0;
  #failure: Error | undefined;

  constructor(start: number, random: Random) {
    this.now = start;
    this.random = random;
    this.#order = random.of('order');
  }

  /** Answers a request when its turn comes. */
  request<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#requests.push(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(toError(error));
        }
      });
    });
  }

  /** Has something happen later. Gives what calls it off. */
  after(milliseconds: number, run: () => void): () => void {
    this.#timed += 1;
    const at = this.now + Math.max(0, Math.round(milliseconds));
    const timer = { at, order: this.#timed, run, isOff: false };
    let index = this.#timers.length;
    while (index > 0 && isLater(this.#timers[index - 1], timer)) index -= 1;
    this.#timers.splice(index, 0, timer);
    return () => {
      timer.isOff = true;
    };
  }

  /** Has something begin later that takes its time. The world ends with what it throws. */
  start(milliseconds: number, work: () => Promise<unknown>): void {
    this.after(milliseconds, () => {
      work().catch((error: unknown) => {
        this.#failure ??= toError(error);
      });
    });
  }

  async sleep(milliseconds: number): Promise<void> {
    const isOfFunction = running.getStore() !== undefined;
    if (isOfFunction) this.#pauses += 1;
    await new Promise<void>((resolve) => {
      this.after(milliseconds, resolve);
    });
    if (isOfFunction) this.#pauses -= 1;
  }

  /** Runs a function. While it waits for nothing of this world, the machine works for it: no time passes. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    this.#functions += 1;
    try {
      return await work();
    } finally {
      this.#functions -= 1;
    }
  }

  /** Lets everything happen that is under way, and all that is timed up to `until`. Throws what `start` began and failed. */
  async advance(until: number): Promise<void> {
    for (;;) {
      await this.#settled();
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#requests.length > 0) {
        this.#answerOne();
        continue;
      }
      const timer = this.#nextTimer();
      if (timer === undefined || timer.at > until) break;
      this.#timers.shift();
      this.now = Math.max(this.now, timer.at);
      timer.run();
    }
    this.now = Math.max(this.now, until);
  }

  /** Lets the world go on until a promise is settled. Throws where it never would be. */
  async until<T>(promise: Promise<T>): Promise<T> {
    const state = { isSettled: false };
    const watched = promise.finally(() => {
      state.isSettled = true;
    });
    watched.catch(() => undefined);
    for (;;) {
      await this.#settled();
      if (isSettled(state)) return watched;
      const timer = this.#nextTimer();
      if (this.#requests.length === 0 && timer === undefined) throw new Error('the world stands still');
      await this.advance(this.#requests.length > 0 ? this.now : (timer?.at ?? this.now));
    }
  }

  /** Until nothing goes on but what waits for this world. */
  async #settled(): Promise<void> {
    await settled();
    const began = process.hrtime.bigint();
    while (this.#isMachineAtWork() && process.hrtime.bigint() - began < patience) {
      await new Promise((resolve) => realTimeout(resolve, 1));
      await settled();
    }
  }

  #isMachineAtWork(): boolean {
    return this.#functions > 0 && this.#pauses === 0 && this.#requests.length === 0;
  }

  #answerOne(): void {
    const last = this.#requests.length - 1;
    const [answer] = this.#requests.splice(last === 0 ? 0 : this.#order.between(0, last), 1);
    answer?.();
  }

  #nextTimer(): Timer | undefined {
    while (this.#timers[0]?.isOff === true) this.#timers.shift();
    return this.#timers[0];
  }
}

/** Asked of what changes behind the compiler's back. */
function isSettled(state: { readonly isSettled: boolean }): boolean {
  return state.isSettled;
}

function isLater(timer: Timer | undefined, other: Timer): boolean {
  return timer !== undefined && (timer.at > other.at || (timer.at === other.at && timer.order > other.order));
}

/** Until no promise has anything left to do, and no file or compression is under way. */
async function settled(): Promise<void> {
  do await turn();
  while (process.getActiveResourcesInfo().some((resource) => underWay.test(resource)));
}

const underWay = /Req|Zlib|Immediate/;

function turn(): Promise<void> {
  return new Promise((resolve) => {
    realImmediate(resolve);
  });
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
