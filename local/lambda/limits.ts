import { ServiceError } from '../shared/service-error.ts';
import type { Outcome } from './protocol.ts';

/** Most bytes of an event, by the way in which a function is called. */
const mostBytes = { RequestResponse: 6 * 1024 * 1024, Event: 1024 * 1024 };

/** Most bytes of an answer: as many, and a little for what is around it. */
const mostAnswerBytes = 6 * 1024 * 1024 + 100;

/** So many calls run at once in an account that has asked for no more. */
const mostCalls = 1000;

/** Refuses an event that is too large. @throws ServiceError RequestEntityTooLargeException, 413 */
export function refuseEvent(payload: string, type: keyof typeof mostBytes): void {
  const bytes = Buffer.byteLength(payload);
  if (bytes <= mostBytes[type]) return;
  throw new ServiceError(
    'RequestEntityTooLargeException',
    `${bytes} byte payload is too large for the ${type} invocation type (limit ${mostBytes[type]} bytes)`,
    {},
    413,
  );
}

/** The outcome of a call, or that its answer is too large. */
export function withinLimit(outcome: Outcome): Outcome {
  if (!('payload' in outcome) || Buffer.byteLength(outcome.payload) <= mostAnswerBytes) return outcome;
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${mostAnswerBytes} bytes).`;
  return { error: { errorType: 'Function.ResponseSizeTooLarge', errorMessage, trace: [] } };
}

/** That Lambda has no room for a call. */
export function isThrottled(error: unknown): boolean {
  return error instanceof ServiceError && error.code === 'TooManyRequestsException';
}

/** Counts the calls that run, by function and in the account. */
export class Concurrency {
  readonly #running = new Map<string, number>();
  #all = 0;

  /**
   * Runs a call where there is room for it.
   * @param reserved concurrent executions reserved for the function, which it cannot exceed
   * @throws ServiceError TooManyRequestsException, 429
   */
  async run<Result>(
    functionName: string,
    reserved: number | undefined,
    call: () => Promise<Result>,
  ): Promise<Result> {
    const running = this.#running.get(functionName) ?? 0;
    if (running >= (reserved ?? Infinity) || this.#all >= mostCalls) {
      throw new ServiceError('TooManyRequestsException', 'Rate Exceeded.', {}, 429);
    }
    this.#count(functionName, 1);
    try {
      return await call();
    } finally {
      this.#count(functionName, -1);
    }
  }

  #count(functionName: string, by: number): void {
    this.#running.set(functionName, (this.#running.get(functionName) ?? 0) + by);
    this.#all += by;
  }
}
