import { Worker } from 'node:worker_threads';
import type { ServiceRequest } from '../endpoint/exchange.ts';
import type { Clock } from '../shared/clock.ts';
import type { Environment } from './environment.ts';
import {
  type AnswerFunction,
  type Asker,
  failure,
  handlerError,
  type HandlerError,
  type Message,
  type Outcome,
  type Report,
  type WorkerSettings,
} from './protocol.ts';

/** Longest time that loading a handler may take, before and apart from the first call's time-out. */
const LONGEST_LOAD_MS = 60_000;

/** One worker thread that runs a handler, from the outside. */
export class WorkerHandle implements Environment {
  readonly #worker: Worker;
  readonly #loaded: Promise<undefined>;
  #settle: ((outcome: Outcome) => void) | undefined;
  #requestId = '';
  #usable = true;
  #loadedAt = Infinity;

  /**
   * @param log receives what the handler writes to its console
   * @param ask answers what the handler asks the cloud
   */
  constructor(
    settings: WorkerSettings,
    environment: Readonly<Record<string, string>>,
    log: (chunk: Buffer) => void,
    ask: AnswerFunction,
  ) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      env: { ...environment, ...compileCache() },
      resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb },
      stdout: true,
      stderr: true,
      execArgv: [],
    });
    // What Node itself writes, such as why it has died.
    this.#worker.stdout.on('data', log);
    this.#worker.stderr.on('data', log);
    const asker: Asker = {
      functionName: settings.functionName,
      die: (errorType, why) => {
        this.#die(errorType, why);
      },
    };
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#loaded = promise;
    void promise.then(() => {
      this.#loadedAt = performance.now();
    });
    this.#worker.on('message', (report: Report) => {
      if (report.kind === 'loaded') resolve(undefined);
      else if (report.kind === 'wrote') log(Buffer.from(report.text, 'latin1'));
      else if (report.kind === 'asks') void this.#answer(report, (request) => ask(request, asker));
      else if (report.requestId === this.#requestId) {
        if (!report.usable) void this.stop();
        this.#end(report.outcome);
      }
    });
    this.#worker.on('error', (error) => {
      this.#usable = false;
      this.#end({ error: deathOf(error) });
    });
    this.#worker.on('exit', (code) => {
      this.#usable = false;
      const why = `Runtime exited with error: exit status ${code}`;
      this.#end({ error: failure('Runtime.ExitError', this.#requestId, why) });
    });
    this.#send({ settings });
  }

  get loadedAt(): number {
    return this.#loadedAt;
  }

  get usable(): boolean {
    return this.#usable;
  }

  async call(requestId: string, payload: string, timeoutMs: number, clock: Clock): Promise<Outcome> {
    this.#requestId = requestId;
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    let timer = this.#endAfter(LONGEST_LOAD_MS, 'Loading the handler');
    this.#settle = (outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    void this.#loaded.then(() => {
      if (this.#settle === undefined) return;
      clearTimeout(timer);
      timer = this.#endAfter(timeoutMs, 'Task');
      const deadline = Date.now() + timeoutMs;
      this.#send({ call: { requestId, payload, deadline, ahead: clock.ahead } });
    });
    return await promise;
  }

  async stop(): Promise<void> {
    this.#usable = false;
    await this.#worker.terminate();
  }

  async #answer(
    { question, request }: Extract<Report, { kind: 'asks' }>,
    ask: (request: ServiceRequest) => ReturnType<AnswerFunction>,
  ): Promise<void> {
    // One that has died asks nothing more, and gets no answer, in the moments until its thread has ended.
    if (!this.#usable) return;
    const answer = await ask({ ...request, body: Buffer.from(request.body, 'latin1') });
    if (this.usable) this.#send({ question, answer });
  }

  #endAfter(ms: number, what: string): NodeJS.Timeout {
    return setTimeout(() => {
      this.#die('Sandbox.Timedout', `${what} timed out after ${(ms / 1000).toFixed(2)} seconds`);
    }, ms);
  }

  #die(errorType: string, why: string): void {
    this.#usable = false;
    this.#end({ error: failure(errorType, this.#requestId, why) });
    void this.stop();
  }

  #end(outcome: Outcome): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(outcome);
  }

  #send(message: Message): void {
    this.#worker.postMessage(message);
  }
}

/** Where this process keeps what it has compiled, if it does: a worker would compile the same again. */
function compileCache(): Readonly<Record<string, string>> {
  const { NODE_COMPILE_CACHE: folder } = process.env;
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}

function deathOf(error: unknown): HandlerError {
  const isOutOfMemory =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isOutOfMemory
    ? { errorType: 'Runtime.OutOfMemory', errorMessage: error.message, trace: [] }
    : handlerError(error);
}
