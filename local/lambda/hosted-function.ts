import { randomUUID } from 'node:crypto';
import type { Call } from '../iam/policies/evaluate.ts';
import type { Role } from '../iam/policies/principals.ts';
import type { Clock } from '../shared/clock.ts';
import type { Environment, StartEnvironment } from './environment.ts';
import type { Outcome, WorkerSettings } from './protocol.ts';

/** Most workers of one function: more than the cores of a laptop gain nothing. */
const MOST_WORKERS = 2;

/** A call that has waited so long gets a worker of its own, in milliseconds: to start one takes longer than most calls. */
const LONGEST_WAIT = 500;

/** A Lambda function as its template describes it. */
export interface FunctionSettings extends WorkerSettings {
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Concurrent executions that are reserved for it. */
  readonly reservedConcurrency: number | undefined;
  /** As which it calls AWS. */
  readonly role: Role;
  /** What Lambda itself does in its name. */
  readonly serviceCalls: ServiceCalls;
}

/** What Lambda does in the name of a function: it writes the log, and the traces where they are wanted. */
interface ServiceCalls {
  readonly logging: readonly Call[];
  readonly tracing: readonly Call[];
}

interface Waiting {
  readonly payload: string;
  readonly since: number;
  readonly resolve: (outcome: Outcome) => void;
}

/** One Lambda function: its workers, started when they are needed and then kept, and who waits for one. */
export class HostedFunction {
  readonly settings: FunctionSettings;
  readonly #log: (chunk: Buffer) => void;
  readonly #startEnvironment: StartEnvironment;
  readonly #ended: (milliseconds: number) => void;
  readonly #clock: Clock;
  readonly #waiting: Waiting[] = [];
  readonly #idle: Environment[] = [];
  readonly #all = new Set<Environment>();
  #growing: NodeJS.Timeout | undefined;

  /**
   * @param log receives what handlers write to their console
   * @param startEnvironment starts what it runs in
   * @param ended receives for every call how long it took, with the start of its worker
   * @param clock from which handlers take the time
   */
  constructor(
    settings: FunctionSettings,
    log: (chunk: Buffer) => void,
    startEnvironment: StartEnvironment,
    ended: (milliseconds: number) => void,
    clock: Clock,
  ) {
    this.settings = settings;
    this.#log = log;
    this.#startEnvironment = startEnvironment;
    this.#ended = ended;
    this.#clock = clock;
  }

  /** Calls the function. @param payload the event as JSON text */
  async invoke(payload: string): Promise<Outcome> {
    return await new Promise((resolve) => {
      this.#waiting.push({ payload, since: performance.now(), resolve });
      this.#next();
    });
  }

  /** Ends all workers; calls under way end with an error. */
  async stop(): Promise<void> {
    clearTimeout(this.#growing);
    await Promise.all([...this.#all].map((worker) => worker.stop()));
  }

  #next(): void {
    const waiting = this.#waiting[0];
    const worker = waiting && (this.#idle.pop() ?? (this.#all.size === 0 ? this.#start() : undefined));
    if (waiting === undefined) return;
    if (worker === undefined) {
      this.#growLater();
      return;
    }
    this.#waiting.shift();
    const begun = performance.now();
    void worker.call(randomUUID(), waiting.payload, this.settings.timeoutMs, this.#clock).then((outcome) => {
      this.#ended(performance.now() - begun);
      if (worker.usable) this.#idle.push(worker);
      else this.#all.delete(worker);
      waiting.resolve(outcome);
      this.#next();
    });
  }

  /** Starts another worker in a while, if calls wait for long then, and not for the first to be loaded. */
  #growLater(): void {
    if (this.#growing !== undefined || this.#all.size >= MOST_WORKERS) return;
    this.#growing = setTimeout(() => {
      this.#growing = undefined;
      const [longest] = this.#waiting;
      if (longest === undefined) return;
      const since = Math.max(longest.since, ...[...this.#all].map(({ loadedAt }) => loadedAt));
      if (performance.now() - since >= LONGEST_WAIT) this.#idle.push(this.#start());
      this.#next();
    }, LONGEST_WAIT);
  }

  #start(): Environment {
    const { file, exportName, functionName, functionArn, memoryMb, endpoint, environment } = this.settings;
    const worker = this.#startEnvironment(
      { file, exportName, functionName, functionArn, memoryMb, endpoint },
      environment,
      this.#log,
    );
    this.#all.add(worker);
    return worker;
  }
}
