import type { Clock } from '../../shared/clock.ts';
import type { Environment } from '../environment.ts';
import { callHandler, type Handler, handlerIn } from '../handler.ts';
import { failure, handlerError, type Outcome, type WorkerSettings } from '../protocol.ts';
import { globalsOf } from './globals.ts';
import { importAnew } from './modules.ts';

let made = 0;

/**
 * Runs a function in the thread of the cloud, with modules, environment variables, console and clock of its own: nothing is
 * passed between threads, which takes a third of the work of a run. Its memory is not limited; what it does not stop
 * doing by itself goes on after its time-out; and a promise that it leaves rejected ends the process.
 */
export class InThread implements Environment {
  readonly #settings: WorkerSettings;
  readonly #handler: Promise<Handler>;
  #settle: ((outcome: Outcome) => void) | undefined;
  #requestId = '';
  #ahead = 0;
  #loadedAt = Infinity;
  #usable = true;

  /** @param log receives what the handler writes to its console */
  constructor(
    settings: WorkerSettings,
    environment: Readonly<Record<string, string>>,
    log: (chunk: Buffer) => void,
  ) {
    this.#settings = settings;
    made += 1;
    const globals = globalsOf({
      environment,
      log,
      ahead: () => this.#ahead,
      exit: (code) => {
        this.#die('Runtime.ExitError', `Runtime exited with error: exit status ${code}`);
      },
    });
    this.#handler = importAnew(settings.file, String(made), globals).then((module) => {
      this.#loadedAt = performance.now();
      return handlerIn(module, settings);
    });
    // Whoever calls it learns that it could not be loaded.
    this.#handler.catch(() => undefined);
  }

  get loadedAt(): number {
    return this.#loadedAt;
  }

  get usable(): boolean {
    return this.#usable;
  }

  async call(requestId: string, payload: string, timeoutMs: number, clock: Clock): Promise<Outcome> {
    let handler: Handler;
    try {
      handler = await this.#handler;
    } catch (thrown) {
      return { error: handlerError(thrown) };
    }
    this.#requestId = requestId;
    this.#ahead = clock.ahead;
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const timer = setTimeout(() => {
      this.#die('Sandbox.Timedout', `Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`);
    }, timeoutMs);
    this.#settle = (outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    const call = { requestId, payload, deadline: Date.now() + timeoutMs, ahead: clock.ahead };
    void callHandler(handler, this.#settings, call).then((outcome) => {
      this.#end(outcome);
    });
    return await promise;
  }

  stop(): Promise<void> {
    this.#die('Runtime.ExitError', 'Runtime was stopped');
    return Promise.resolve();
  }

  #die(errorType: string, why: string): void {
    this.#usable = false;
    this.#end({ error: failure(errorType, this.#requestId, why) });
  }

  #end(outcome: Outcome): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(outcome);
  }
}
