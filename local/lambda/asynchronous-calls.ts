import { setTimeout as pause } from 'node:timers/promises';
import { sendMessage } from '../iam/calls/messages.ts';
import type { Permissions } from '../iam/policies/permissions.ts';
import type { Meter } from '../meter/meter.ts';
import { type Clock, instantAt } from '../shared/clock.ts';
import { parseJson } from '../shared/json.ts';
import type { Fauxqs } from '../shared/fauxqs.ts';
import type { Functions } from './functions.ts';
import { isThrottled, refuseEvent } from './limits.ts';
import { handlerError, type Outcome } from './protocol.ts';

/** Lambda calls a function that was called asynchronously and failed two more times. */
const mostCalls = 3;

/** How often, and after what pause, an event waits for room. */
const mostAttempts = 100;
const pauseMs = 20;

/** Calls functions for whoever does not wait for the answer. What fails every time goes to the function's queue. */
export class AsynchronousCalls {
  readonly #functions: Functions;
  readonly #fauxqs: Fauxqs;
  readonly #permissions: Permissions;
  readonly #meter: Meter;
  readonly #clock: Clock;
  /** ARN of the queue for what failed, by the function's name. */
  readonly #queues = new Map<string, string>();

  constructor(functions: Functions, fauxqs: Fauxqs, permissions: Permissions, meter: Meter, clock: Clock) {
    this.#functions = functions;
    this.#fauxqs = fauxqs;
    this.#permissions = permissions;
    this.#meter = meter;
    this.#clock = clock;
  }

  /** Has what a function fails on go to a queue, by its ARN. */
  sendFailuresTo(functionName: string, queueArn: string): void {
    this.#queues.set(functionName, queueArn);
  }

  /**
   * Calls a function until it succeeds, three times at most, and waits for that.
   * @param payload the event as JSON text
   * @throws ServiceError when it is too large
   */
  async call(reference: string, payload: string): Promise<void> {
    refuseEvent(payload, 'Event');
    const { functionName, functionArn, role } = this.#functions.settingsOf(reference);
    let error: object = {};
    for (let call = 1; call <= mostCalls; call += 1) {
      const outcome = await this.#whereThereIsRoom(functionName, payload);
      if ('payload' in outcome) return;
      error = outcome.error;
    }
    const queue = this.#queues.get(functionName);
    if (queue === undefined || !this.#permissions.permits(role, sendMessage(queue))) return;
    const MessageBody = JSON.stringify({
      version: '1.0',
      timestamp: instantAt(this.#clock.passing()),
      requestContext: { functionArn, condition: 'RetriesExhausted', approximateInvokeCount: mostCalls },
      requestPayload: parseJson(payload),
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: error,
    });
    this.#meter.count('sqs', Buffer.byteLength(MessageBody));
    await this.#fauxqs.askSqs('SendMessage', {
      QueueUrl: queue.slice(queue.lastIndexOf(':') + 1),
      MessageBody,
    });
  }

  /** Lambda keeps an event for which there is no room, and tries again for hours; here for two seconds. */
  async #whereThereIsRoom(functionName: string, payload: string): Promise<Outcome> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#functions.invoke(functionName, payload);
      } catch (error) {
        if (!isThrottled(error)) throw error;
        if (attempt === mostAttempts) return { error: handlerError(error) };
        await pause(pauseMs);
      }
    }
  }
}
