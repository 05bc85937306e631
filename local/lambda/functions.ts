import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Permissions } from '../iam/policies/permissions.ts';
import type { Meter } from '../meter/meter.ts';
import type { Clock } from '../shared/clock.ts';
import { ServiceError } from '../shared/service-error.ts';
import type { StartEnvironment } from './environment.ts';
import { HostedFunction, type FunctionSettings } from './hosted-function.ts';
import { Concurrency, refuseEvent, withinLimit } from './limits.ts';
import { LogFile } from './log-file.ts';
import type { Outcome } from './protocol.ts';

/** What Lambda itself logs of each call in format JSON: `platform.start` and `platform.report`. */
const platformEvents = { count: 2, bytes: 720 };

/** All the Lambda functions of a cloud. */
export class Functions {
  readonly #folder: string;
  readonly #permissions: Permissions;
  readonly #start: StartEnvironment;
  readonly #meter: Meter;
  readonly #clock: Clock;
  readonly #functions = new Map<string, HostedFunction>();
  readonly #logs: LogFile[] = [];
  readonly #concurrency = new Concurrency();
  readonly #signedOnly = new Set<string>();
  #afterCall: (functionName: string) => Promise<void> = () => Promise.resolve();

  /**
   * @param folder where the console output of each function is written, `FUNCTION.log`
   * @param start starts what a function runs in
   */
  constructor(folder: string, permissions: Permissions, start: StartEnvironment, meter: Meter, clock: Clock) {
    this.#folder = folder;
    this.#permissions = permissions;
    this.#start = start;
    this.#meter = meter;
    this.#clock = clock;
    mkdirSync(folder, { recursive: true });
  }

  /** Makes a function known. Nothing of it runs before its first call. */
  add(settings: FunctionSettings): void {
    const { functionName: name, role, serviceCalls } = settings;
    const log = new LogFile(join(this.#folder, `${name}.log`));
    this.#logs.push(log);
    const write = (chunk: Buffer): void => {
      if (!this.#permissions.permits(role, ...serviceCalls.logging)) return;
      log.write(chunk);
      this.#meter.countLog(linesIn(chunk), chunk.length);
    };
    const ended = (milliseconds: number): void => {
      this.#meter.countInvocation(settings.memoryMb, milliseconds);
      this.#meter.countLog(platformEvents.count, platformEvents.bytes);
    };
    this.#functions.set(name, new HostedFunction(settings, write, this.#start, ended, this.#clock));
  }

  /** Has a function's URL answer only who signs, as `AuthType` AWS_IAM says. */
  takeSignedOnly(name: string): void {
    this.#signedOnly.add(name);
  }

  /** Whether only who signs may ask a function's URL. */
  takesSignedOnly(name: string): boolean {
    return this.#signedOnly.has(name);
  }

  /**
   * Calls a function.
   * @param reference name or ARN, with or without version or alias
   * @param payload the event as JSON text
   * @throws ServiceError when there is no such function or no room for the call, or its event is too large
   */
  async invoke(reference: string, payload: string): Promise<Outcome> {
    const hosted = this.#find(reference);
    const { role, serviceCalls } = hosted.settings;
    this.#permissions.permits(role, ...serviceCalls.tracing);
    // Of every call there is something in the log, whatever the handler writes.
    this.#permissions.permits(role, ...serviceCalls.logging);
    refuseEvent(payload, 'RequestResponse');
    const { functionName, reservedConcurrency } = hosted.settings;
    const call = () => hosted.invoke(payload);
    const outcome = withinLimit(await this.#concurrency.run(functionName, reservedConcurrency, call));
    await this.#afterCall(functionName);
    return outcome;
  }

  /** Has something done after every call of a function, before whoever called it gets its answer. */
  afterCalls(work: (functionName: string) => Promise<void>): void {
    this.#afterCall = work;
  }

  /**
   * What a function is set up with.
   * @param reference name or ARN, with or without version or alias
   * @throws ServiceError when there is no such function
   */
  settingsOf(reference: string): FunctionSettings {
    return this.#find(reference).settings;
  }

  /** Ends all workers and closes the logs. */
  async stop(): Promise<void> {
    await Promise.all([...this.#functions.values()].map((hosted) => hosted.stop()));
    await Promise.all(this.#logs.map((log) => log.close()));
  }

  #find(reference: string): HostedFunction {
    const name = /(?:^|function:)([\w-]+)(?::[\w$-]+)?$/.exec(reference)?.[1] ?? reference;
    const hosted = this.#functions.get(name);
    if (hosted !== undefined) return hosted;
    throw new ServiceError('ResourceNotFoundException', `Function not found: ${reference}`, {}, 404);
  }
}

function linesIn(chunk: Buffer): number {
  return chunk.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0);
}
