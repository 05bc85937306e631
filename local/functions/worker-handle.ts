import { Worker } from 'node:worker_threads';
import type { Call, HandlerError, Outcome, WorkerSettings } from './protocol.ts';

/** One worker thread that runs a handler, from the outside. */
export class WorkerHandle {
  readonly #worker: Worker;
  #settle: ((outcome: Outcome) => void) | undefined;
  #requestId = '';
  #usable = true;

  /** @param log receives what the handler writes to its console */
  constructor(
    settings: WorkerSettings,
    environment: Readonly<Record<string, string>>,
    log: (chunk: Buffer) => void,
  ) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: settings,
      env: { ...environment },
      resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb },
      stdout: true,
      stderr: true,
      execArgv: [],
    });
    this.#worker.stdout.on('data', log);
    this.#worker.stderr.on('data', log);
    this.#worker.on('message', ({ requestId, outcome }: { requestId: string; outcome: Outcome }) => {
      if (requestId === this.#requestId) this.#end(outcome);
    });
    this.#worker.on('error', (error) => {
      this.#usable = false;
      this.#end({ error: deathOf(error) });
    });
    this.#worker.on('exit', (code) => {
      this.#usable = false;
      this.#end({
        error: failure(
          'Runtime.ExitError',
          `RequestId: ${this.#requestId} Error: Runtime exited with error: exit status ${code}`,
        ),
      });
    });
  }

  /** Whether the worker can take another call. */
  get usable(): boolean {
    return this.#usable;
  }

  /** Calls the handler; a call that lasts longer than `timeoutMs` ends the worker. */
  async call(requestId: string, payload: string, timeoutMs: number): Promise<Outcome> {
    this.#requestId = requestId;
    const call: Call = { requestId, payload, deadline: Date.now() + timeoutMs };
    return await new Promise((resolve) => {
      const timeout = setTimeout(() => {
        const seconds = (timeoutMs / 1000).toFixed(2);
        this.#end({
          error: failure(
            'Sandbox.Timedout',
            `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`,
          ),
        });
        void this.stop();
      }, timeoutMs);
      this.#settle = (outcome) => {
        clearTimeout(timeout);
        resolve(outcome);
      };
      this.#worker.postMessage(call);
    });
  }

  async stop(): Promise<void> {
    this.#usable = false;
    await this.#worker.terminate();
  }

  #end(outcome: Outcome): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(outcome);
  }
}

function deathOf(error: unknown): HandlerError {
  if (!(error instanceof Error)) return failure('Runtime.ExitError', String(error));
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return failure('Runtime.OutOfMemory', 'Error: Runtime exited with error: signal: killed');
  }
  return { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] };
}

function failure(errorType: string, errorMessage: string): HandlerError {
  return { errorType, errorMessage, trace: [] };
}
